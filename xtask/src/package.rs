//! The npm package: compiled, bound, optimised, and assembled in `pkg/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow, bail};

use crate::facts;
use crate::shell::{cargo, command, output, root, run, target};
use crate::slim;
use crate::tools::{node_tool, npm_packages, wasm_target};

/// The wasm-bindgen exports of the first wasm that the package's JavaScript uses; the rest of the
/// glue is dropped.
const CORE: &str = "Client, request, decode, parseTranscript, parseQuestions, parseSummary";
/// The same of the second.
const READING: &str = "callToHtml, callToMarkdown, detectFormat, groupTurns, linkEvidence, \
    maskContactDetails, resultsToCsv, searchAgain, searchTranscript, transcriptStats, turnsToText, turnsToWebVtt";

pub fn pkg() -> PathBuf {
    root().join("pkg")
}

pub fn build() -> Result<()> {
    wasm_target()?;
    npm_packages()?;
    let pkg = pkg();
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    fs::create_dir_all(pkg.join("generated"))?;

    for (name, feature, exports, interface, types) in [
        ("core", "js", CORE, "Core } from \"../core.js", "types"),
        (
            "reading",
            "js-reading",
            READING,
            "ReadingExports } from \"../reading/exports.js",
            "reading-types",
        ),
    ] {
        let bound = compile(name, feature)?;
        let wasm = bound.join(format!("{name}_bg.wasm"));
        let glue = bound.join(format!("{name}.js"));
        let slim = slim::slim(&fs::read(&wasm)?, &fs::read_to_string(&glue)?)?;
        fs::write(&wasm, slim.0)?;
        fs::write(&glue, slim.1)?;
        optimise(&wasm, &pkg.join(format!("{name}.wasm")))?;
        make_factory(&bound, name, exports, interface)?;
        make_types(&bound, name, types)?;
    }
    facts::write()?;

    let template = root().join("pkg-template");
    run(node_tool("tsc").arg("-p").arg(&template))?;
    let generated = template.join("src/generated");
    for file in [
        "core.js",
        "core.d.ts",
        "types.d.ts",
        "reading.js",
        "reading.d.ts",
        "reading-types.d.ts",
    ] {
        fs::copy(generated.join(file), pkg.join("generated").join(file))?;
    }
    run(command("node")
        .arg(template.join("src/elements/build.mjs"))
        .arg(&pkg))?;
    for file in ["package.json", "core.wasm.d.ts", "reading.wasm.d.ts"] {
        fs::copy(template.join(file), pkg.join(file))?;
    }
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(file), pkg.join(file)).with_context(|| file.to_owned())?;
    }
    copy_docs(&root().join("docs"), &pkg.join("docs"))?;
    println!("The package is in {}", pkg.display());
    Ok(())
}

/// README links to them.
fn copy_docs(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_docs(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// Compiles the crate with a feature, and binds it; gives the folder with the glue.
fn compile(name: &str, features: &str) -> Result<PathBuf> {
    run(cargo()
        .env("RUSTFLAGS", rustflags()?)
        .args(["build", "--package", "ninjahire-calls", "--lib"])
        .args([
            "--target",
            "wasm32-unknown-unknown",
            "--profile",
            "wasm",
            "--features",
            features,
        ]))?;
    let wasm = target().join("wasm32-unknown-unknown/wasm/ninjahire_calls.wasm");
    let bound = target().join("bindgen").join(name);
    let text = |path: &Path| path.to_string_lossy().into_owned();
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args([
        "wasm-bindgen",
        "--target=web",
        "--encode-into=always",
        "--remove-producers-section",
        "--out-name",
        name,
        "--out-dir",
        &text(&bound),
        &text(&wasm),
    ])
    .map_err(|error| anyhow!("wasm-bindgen: {error:?}"))?;
    Ok(bound)
}

/// In bytes: a quarter of the usual, for nothing here recurses deeply. Data come after the stack, and
/// their addresses are the shorter for it.
const STACK: usize = 256 * 1024;

/// Panics say in which file they happened: not in whose home it was.
fn rustflags() -> Result<String> {
    let home = env::var("CARGO_HOME").or_else(|_| Ok::<_, Error>(env::var("HOME")? + "/.cargo"))?;
    Ok(format!(
        "--remap-path-prefix={home}= --remap-path-prefix={}= -Clink-arg=-zstack-size={STACK}",
        root().display()
    ))
}

/// wasm-opt reads from the file which features it may use; told to use all, it would write what
/// browsers refuse.
///
/// What compresses best is not what is shortest: large functions stay functions though they are
/// called once, what is computed twice is computed twice, blanks between data stay, control flow is built anew from its graph,
/// and neighbours in the source are neighbours. The lowest kilobyte of memory is the far end of the
/// stack, which is never reached. docs/decisions/0001-size.md has what each brings.
fn optimise(from: &Path, to: &Path) -> Result<()> {
    run(node_tool("wasm-opt")
        .args([
            "--one-caller-inline-max-function-size=18",
            "--skip-pass=local-cse",
            "--skip-pass=memory-packing",
            "--low-memory-unused",
            "-Oz",
            "--converge",
        ])
        .args(["--flatten", "--rereloop", "-Oz", "--converge"])
        .args(["--dae-optimizing", "-Oz"])
        .args([
            "--reorder-functions-by-name",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// The glue as a function that makes a fresh copy of it, so that an instance that has died can be
/// replaced: the glue itself keeps one instance for ever.
fn make_factory(bound: &Path, name: &str, exports: &str, interface: &str) -> Result<()> {
    let entry = bound.join("entry.js");
    fs::write(
        &entry,
        format!("export {{ initSync, {exports} }} from \"./{name}.js\";\n"),
    )?;
    let out = root().join("pkg-template/src/generated");
    fs::create_dir_all(&out)?;
    let bundle = output(
        node_tool("esbuild")
            .arg(&entry)
            .args(["--bundle", "--format=esm", "--charset=utf8"])
            .args([
                "--log-level=error",
                "--log-override:empty-import-meta=silent",
            ]),
    )?;
    let Some((body, exports)) = bundle.rsplit_once("\nexport {") else {
        bail!("esbuild's bundles have changed their form");
    };
    let function = format!("create{}{}", name[..1].to_uppercase(), &name[1..]);
    fs::write(
        out.join(format!("{name}.js")),
        format!(
            "// Made by wasm-bindgen; see the build. `WebAssembly` is the caller's stand-in.\n\
             export function {function}(WebAssembly) {{\n{body}\nreturn {{{exports}\n}}\n"
        ),
    )?;
    fs::write(
        out.join(format!("{name}.d.ts")),
        format!(
            "import type {{ {interface}\";\n\
             /** A fresh copy of wasm-bindgen's glue, on the given stand-in for `WebAssembly`. */\n\
             export declare function {function}(webAssembly: object): {};\n",
            interface.split(' ').next().unwrap_or_default()
        ),
    )?;
    Ok(())
}

/// The models' types, out of wasm-bindgen's own declarations.
fn make_types(bound: &Path, name: &str, types: &str) -> Result<()> {
    let declarations = fs::read_to_string(bound.join(format!("{name}.d.ts")))?;
    let Some(end) = declarations.find("export type InitInput") else {
        bail!("wasm-bindgen's declarations have changed their form");
    };
    let text = declarations[..end]
        .replace("/* tslint:disable */\n/* eslint-disable */\n", "")
        .replace("`None`", "`null`");
    let out = root().join(format!("pkg-template/src/generated/{types}.d.ts"));
    fs::write(out, format!("{}\n", text.trim_end()))?;
    Ok(())
}
