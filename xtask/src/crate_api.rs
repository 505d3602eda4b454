//! The public API of the crate for Rust users in a browser: writes a report of it, as `api-report.txt`
//! is for the npm package, and checks that the version number allows its changes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::shell::{command, output, root, run, step, target};

/// Only a nightly rustdoc writes JSON. This version writes the format that `public_api` reads. It
/// builds nothing else.
const NIGHTLY: &str = public_api::MINIMUM_NIGHTLY_RUST_VERSION;
/// The only target with all modules: `client` needs a browser.
const TARGET: &str = "wasm32-unknown-unknown";
/// The features for Rust users.
const FEATURES: &str = "reading,webhooks";
/// The commit of the last release, and its features. It is 0.1, which no registry has.
const BASELINE: &str = "8ececa2";
const BASELINE_FEATURES: &str = "reading";

/// Writes `pkg-template/crate-api-report.txt`, so that a diff shows each change of the
/// public API.
pub fn write_report() -> Result<()> {
    step("Reading the crate's public API");
    install_nightly()?;
    let json = describe(root(), FEATURES, "current")?;
    let surface = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        // `check_version` compares those.
        .omit_auto_derived_impls(true)
        .build()
        .map_err(|error| anyhow!("{error}"))?;
    let file = root().join("pkg-template/crate-api-report.txt");
    let about = format!("The public items of the crate for {TARGET}, with {FEATURES}.");
    let author = "Written by `cargo xtask crate-api`.";
    fs::write(&file, format!("{about} {author}\n\n{surface}"))?;
    println!("{}", file.display());
    Ok(())
}

/// Fails where the API has breaking changes since the last release that the version number does not
/// allow. `cargo semver-checks` compares them. It gets our JSON, because its own build fails for a
/// target without dynamic libraries.
pub fn check_version() -> Result<()> {
    step(&format!("Comparing the crate with its release {BASELINE}"));
    install_nightly()?;
    let released = target().join("crate-api/release");
    unpack(BASELINE, &released)?;
    let before = describe(&released, BASELINE_FEATURES, "baseline")?;
    let now = describe(root(), FEATURES, "current")?;
    run(command("cargo")
        .arg("semver-checks")
        .arg("--baseline-rustdoc")
        .arg(before)
        .arg("--current-rustdoc")
        .arg(now))
}

fn install_nightly() -> Result<()> {
    run(command("rustup")
        .args(["toolchain", "install", NIGHTLY, "--profile=minimal"])
        .args(["--no-self-update", "--target", TARGET]))
}

/// Puts the files of a commit into a folder.
fn unpack(commit: &str, folder: &Path) -> Result<()> {
    if output(command("git").args(["cat-file", "-e", commit])).is_err() {
        bail!("commit {commit} is not in this clone: `git fetch --unshallow`");
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let archive = folder.with_extension("tar");
    run(command("git")
        .args(["archive", commit, "--output"])
        .arg(&archive))?;
    run(command("tar")
        .arg("-xf")
        .arg(&archive)
        .arg("-C")
        .arg(folder))
}

/// Runs rustdoc for the crate in `folder`. Returns the path of the JSON.
fn describe(folder: &Path, features: &str, name: &str) -> Result<PathBuf> {
    let out = target().join("crate-api").join(name);
    run(command("rustup")
        .current_dir(folder)
        .args(["run", NIGHTLY, "cargo", "rustdoc", "--quiet"])
        .args(["--package", "ninjahire-calls", "--lib", "--locked"])
        .args(["--target", TARGET, "--features", features])
        .arg("--target-dir")
        .arg(&out)
        .args(["--", "-Zunstable-options", "--output-format=json"])
        .arg("--cap-lints=allow")
        // `cargo xtask` sets these for the stable toolchain.
        .env_remove("RUSTC")
        .env_remove("RUSTDOC")
        .env_remove("RUSTUP_TOOLCHAIN"))?;
    Ok(out.join(TARGET).join("doc/ninjahire_calls.json"))
}
