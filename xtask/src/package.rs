//! The npm package: compiled, bound, optimised, and assembled in `pkg/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow};
use base64::prelude::{BASE64_STANDARD, Engine};
use ninjahire_calls::typescript;

use crate::facts;
use crate::shell::{cargo, command, root, run, step, target};
use crate::tools::{node_tool, npm_packages, wasm_target};

pub fn pkg() -> PathBuf {
    root().join("pkg")
}

pub fn build() -> Result<()> {
    step("Building the npm package (a first build takes about 4 minutes, a later one 1)");
    wasm_target()?;
    npm_packages()?;
    let pkg = pkg();
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    fs::create_dir_all(pkg.join("generated"))?;
    let generated = generated();
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
    fs::write(generated.join("types.ts"), types())?;
    facts::write()?;

    step("Compiling the TypeScript");
    let template = root().join("pkg-template");
    // All of it anew, since the package's folder is.
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
    // The generators of editor data read the package.json of the folder that they run in.
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

/// Where the build puts what it makes for the TypeScript compiler.
fn generated() -> PathBuf {
    root().join("pkg-template/src/generated")
}

/// Compiles the crate with a feature, and binds it; returns the folder with the glue.
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
        // An instance that has died is replaced; see pkg-template/src/wasm.ts.
        "--experimental-reset-state-function",
        // The loaders know where the wasm is.
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

/// Panics say in which file they happened, but not on whose machine it was compiled.
fn rustflags() -> Result<String> {
    let home = env::var("CARGO_HOME").or_else(|_| Ok::<_, Error>(env::var("HOME")? + "/.cargo"))?;
    Ok(format!(
        "--remap-path-prefix={home}= --remap-path-prefix={}=",
        root().display()
    ))
}

/// wasm-opt finds the allowed wasm features in the file. With `--all-features` it would write what browsers
/// refuse. Large functions stay functions though they are called once, and functions are
/// ordered by their names: both compress better. docs/decisions/0001-size.md has the figures.
fn optimise(from: &Path, to: &Path) -> Result<()> {
    run(node_tool("wasm-opt")
        .args([
            "--one-caller-inline-max-function-size=18",
            "-Oz",
            "--reorder-functions-by-name",
        ])
        .args(["--strip-debug", "--strip-producers"])
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// wasm-bindgen's glue, in which `WebAssembly.Instance` is the guarded one of
/// pkg-template/src/guard.ts.
fn bundle_glue(bound: &Path, name: &str) -> Result<()> {
    let out = generated();
    let entry = bound.join("entry.js");
    // Without the default export, which loads the wasm in its own way.
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

/// A wasm as a module, for server bundles and `ninjahire-calls/inline`.
fn base64_module(wasm: &[u8]) -> String {
    // The type is declared, so that the literal is not repeated as one.
    format!(
        "/** The wasm. */\nexport const base64: string =\n  \"{}\";\n",
        BASE64_STANDARD.encode(wasm)
    )
}

/// The types of everything that crosses the boundary.
fn types() -> String {
    format!(
        "// Made from the Rust structs; see src/typescript.rs.\n\n\
         import type {{ AbortSignal, Request, Response }} from \"../platform.js\";\n\
         import type {{ TurnRange }} from \"../reading/search.js\";\n\n{}\n",
        typescript::declarations()
    )
}
