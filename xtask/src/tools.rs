//! Installs the tools that the build needs besides Rust and Node, where they are missing.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{command, output, root, run};

/// Installs the wasm target of the current Rust toolchain.
pub fn install_wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if fs::exists(format!("{sysroot}/lib/rustlib/wasm32-unknown-unknown"))? {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

/// Installs the npm packages of package-lock.json.
pub fn install_npm_packages() -> Result<()> {
    let wanted = fs::read(root().join("package-lock.json"))?;
    let stamp = root().join("node_modules/.ninjahire-calls-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if output(command("node").arg("--version")).is_err() {
        bail!("Node 20 or later is needed (https://nodejs.org)");
    }
    run(command(npm()).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// A command that runs a program of an npm package.
pub fn node_tool(name: &str) -> Command {
    let name = if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    };
    command(root().join("node_modules/.bin").join(name))
}
