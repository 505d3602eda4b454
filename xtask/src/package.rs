//! Builds the npm package in `pkg/`: compiles the wasm, runs wasm-bindgen and wasm-opt, and compiles the
//! TypeScript.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow};
use base64::prelude::{BASE64_STANDARD, Engine};
use ninjahire_calls::typescript;

use crate::facts;
use crate::shell::{cargo, command, root, run, step, target};
use crate::tools::{install_npm_packages, install_wasm_target, node_tool};

pub fn pkg() -> PathBuf {
    root().join("pkg")
}

pub fn build() -> Result<()> {
    step("Building the npm package (a first build takes about 4 minutes, a later one 1)");
    install_wasm_target()?;
    install_npm_packages()?;
    let pkg = pkg();
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    fs::create_dir_all(pkg.join("generated"))?;
    let generated = generated_folder();
    if generated.exists() {
        fs::remove_dir_all(&generated)?;
    }
    fs::create_dir_all(&generated)?;

    for (name, feature) in [("core", "js"), ("reading", "js-reading")] {
        step(&format!("Compiling {name}.wasm"));
        let bound = compile(name, feature)?;
        step(&format!("Optimising {name}.wasm"));
        optimise(
            &bound.join(format!("{name}_bg.wasm")),
            &pkg.join(format!("{name}.wasm")),
        )?;
        bundle_glue(&bound, name)?;
    }
    for name in ["core", "reading"] {
        let module = base64_module(&fs::read(pkg.join(format!("{name}.wasm")))?);
        fs::write(generated.join(format!("{name}-base64.ts")), module)?;
    }
    fs::write(generated.join("types.ts"), types_module())?;
    facts::write()?;

    step("Compiling the TypeScript");
    let template = root().join("pkg-template");
    // `--force`, because the package's folder is new and needs every file.
    run(node_tool("tsc")
        .args(["--build", "--force"])
        .arg(template.join("tsconfig.elements.json")))?;
    for name in ["core", "reading"] {
        for ending in ["js", "d.ts"] {
            let file = format!("{name}.{ending}");
            fs::copy(generated.join(&file), pkg.join("generated").join(&file))?;
        }
    }
    for file in [
        "package.json",
        "core.wasm.d.ts",
        "reading.wasm.d.ts",
        "AGENTS.md",
        "llms.txt",
    ] {
        fs::copy(template.join(file), pkg.join(file))?;
    }
    step("Building the elements");
    // The generators of editor data read the package.json of the current folder.
    run(command("node")
        .current_dir(&pkg)
        .arg(template.join("build/elements.mjs"))
        .arg(&pkg))?;
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(file), pkg.join(file)).with_context(|| file.to_owned())?;
    }
    copy_docs(&root().join("docs"), &pkg.join("docs"))?;
    run(command("node")
        .arg(template.join("build/api-report.mjs"))
        .arg(&pkg))?;
    println!("The package is in {}", pkg.display());
    Ok(())
}

/// Copies `docs/`, to which README links.
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

/// The folder for generated TypeScript.
fn generated_folder() -> PathBuf {
    root().join("pkg-template/src/generated")
}

/// Compiles the crate with a feature, and runs wasm-bindgen. Returns the folder with the wasm and its glue.
fn compile(name: &str, feature: &str) -> Result<PathBuf> {
    run(cargo()
        .env("RUSTFLAGS", rustflags()?)
        .args(["build", "--package", "ninjahire-calls", "--lib"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--profile", "wasm", "--features", feature]))?;
    let wasm = target().join("wasm32-unknown-unknown/wasm/ninjahire_calls.wasm");
    let bound = target().join("bindgen").join(name);
    let text = |path: &Path| path.to_string_lossy().into_owned();
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args([
        "wasm-bindgen",
        "--target=web",
        // To replace an instance that has crashed; see pkg-template/src/wasm.ts.
        "--experimental-reset-state-function",
        // The package's loaders find the wasm.
        "--omit-default-module-path",
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

/// Flags that keep the paths of this machine out of the messages of panics.
fn rustflags() -> Result<String> {
    let home = env::var("CARGO_HOME").or_else(|_| Ok::<_, Error>(env::var("HOME")? + "/.cargo"))?;
    Ok(format!(
        "--remap-path-prefix={home}= --remap-path-prefix={}=",
        root().display()
    ))
}

/// Runs wasm-opt. It reads the allowed wasm features from the file; with `--all-features` it would
/// use some that browsers refuse. Large functions that are called once are not inlined, and
/// functions are sorted by their names, because both compress better. Rust puts the stack first, so
/// nothing valid is at the lowest addresses. docs/decisions/0001-size.md has the figures.
fn optimise(from: &Path, to: &Path) -> Result<()> {
    run(node_tool("wasm-opt")
        .args([
            "--one-caller-inline-max-function-size=18",
            "--low-memory-unused",
            "-Oz",
            "--reorder-functions-by-name",
        ])
        .args(["--strip-debug", "--strip-producers"])
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// Bundles wasm-bindgen's glue, and replaces `WebAssembly` in it by that of
/// pkg-template/src/guard.ts.
fn bundle_glue(bound: &Path, name: &str) -> Result<()> {
    let out = generated_folder();
    let entry = bound.join("entry.js");
    // Leave out the default export, which loads the wasm in another way than the package.
    fs::write(&entry, format!("export * from \"./{name}.js\";\n"))?;
    run(node_tool("esbuild")
        .arg(&entry)
        .arg(format!(
            "--outfile={}",
            out.join(format!("{name}.js")).display()
        ))
        .args(["--bundle", "--format=esm", "--charset=utf8"])
        .arg("--external:*/guard.js")
        .arg(format!(
            "--inject:{}",
            root().join("pkg-template/build/guarded-glue.js").display()
        ))
        .args([
            "--log-level=error",
            "--log-override:empty-import-meta=silent",
        ]))?;
    fs::copy(
        bound.join(format!("{name}.d.ts")),
        out.join(format!("{name}.d.ts")),
    )?;
    Ok(())
}

/// A module that contains a wasm, for server bundles and `ninjahire-calls/inline`.
fn base64_module(wasm: &[u8]) -> String {
    // The declared type keeps TypeScript from repeating the literal in the .d.ts.
    format!(
        "/** The wasm. */\nexport const base64: string =\n  \"{}\";\n",
        BASE64_STANDARD.encode(wasm)
    )
}

/// The TypeScript types of everything that crosses between Rust and JavaScript.
fn types_module() -> String {
    format!(
        "// Made from the Rust structs; see src/typescript.rs.\n\n\
         import type {{ AbortSignal, Request, Response }} from \"../platform.js\";\n\
         import type {{ TurnRange }} from \"../reading/search.js\";\n\n{}\n",
        typescript::declarations()
    )
}
