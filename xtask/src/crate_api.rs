//! The crate's public surface, as Rust users see it in a browser: a report of it, what the npm package has as
//! `api-report.txt`, and whether the version allows for what changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::shell::{command, output, root, run, step, target};

/// rustdoc writes JSON on nightly only. This one writes the format that `public_api` reads; nothing
/// else is built with it.
const NIGHTLY: &str = public_api::MINIMUM_NIGHTLY_RUST_VERSION;
/// The client exists in a browser only; the rest is everywhere.
const TARGET: &str = "wasm32-unknown-unknown";
/// What Rust users may turn on.
const FEATURES: &str = "reading,webhooks";
/// The commit of the last release, and its features: that of 0.1, which was not published.
const BASELINE: &str = "8ececa2";
const BASELINE_FEATURES: &str = "reading";

/// Writes `pkg-template/crate-api-report.txt`, so that a change of the surface is seen in a diff.
pub fn write_report() -> Result<()> {
    step("Reading the crate's public surface");
    install_nightly()?;
    let json = describe(root(), FEATURES, "current")?;
    let surface = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        // `check_version` knows those.
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

/// Fails where something was broken since the last release that the version does not allow for, by
/// `cargo semver-checks`. It reads our JSON, since what it would build itself fails for a target without
/// dynamic libraries.
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

/// Has rustdoc describe the crate in a folder; returns its JSON.
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
        // The cargo that runs us names its own compiler.
        .env_remove("RUSTC")
        .env_remove("RUSTDOC")
        .env_remove("RUSTUP_TOOLCHAIN"))?;
    Ok(out.join(TARGET).join("doc/ninjahire_calls.json"))
}
