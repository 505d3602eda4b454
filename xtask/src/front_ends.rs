//! Builds the Rust front ends in `examples/`. Each is a separate crate, so that the library's build does not
//! compile their frameworks.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, anyhow};

use crate::shell::{cargo, root, run, step, target};

const NAMES: [&str; 2] = ["leptos", "yew"];

/// Compiles the front ends and runs wasm-bindgen on them. Returns the folder that has one subfolder for each.
pub fn build() -> Result<PathBuf> {
    let out = target().join("front-ends");
    for name in NAMES {
        step(&format!("Compiling examples/{name}"));
        let folder = root().join("examples").join(name);
        let compiled = out.join("target");
        run(cargo()
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", &compiled)
            .args(["build", "--locked", "--target", "wasm32-unknown-unknown"]))?;
        let wasm = format!("wasm32-unknown-unknown/debug/ninjahire-calls-{name}-example.wasm");
        let bound = out.join(name);
        fs::create_dir_all(&bound)?;
        wasm_bindgen_cli::wasm_bindgen::run_cli_with_args([
            "wasm-bindgen",
            "--target=web",
            "--no-typescript",
            "--out-name",
            "app",
            "--out-dir",
            &bound.to_string_lossy(),
            &compiled.join(wasm).to_string_lossy(),
        ])
        .map_err(|error| anyhow!("wasm-bindgen: {error:?}"))?;
    }
    Ok(out)
}
