//! Tests the packed tarball with one tiny app for each place where the package is used: bundlers, servers,
//! versions of Node, simulated pages. tests/consumers/README.md says how to add one.

use anyhow::Result;

use crate::shell::{command, root, run, step, target};
use crate::{browser, mock, package, test, tools};

/// Installs and runs the named consumers, or all, and prints the results. With `quick` it runs only those
/// that `.ci/run` runs for every change. With `write` it also writes the results into README.
pub fn test(names: &[String], quick: bool, write: bool) -> Result<()> {
    tools::install_npm_packages()?;
    if !package::pkg().join("package.json").exists() {
        package::build()?;
    }
    let browser = browser::chromium()?;
    let mock = mock::build()?;
    let installed = test::install_package()?;
    step(if quick {
        "Running the quick consumers (3 minutes)"
    } else {
        "Running the consumers (the first time each installs its tools: 20 minutes for all, later 10)"
    });
    run(command("node")
        .arg(root().join("tests/consumers/run.mjs"))
        .arg(&installed)
        .arg(target().join("consumers"))
        .args(names)
        .args(quick.then_some("--quick"))
        .args(write.then_some("--write"))
        .env("CHROME", &browser.chrome)
        .env("FIREFOX", browser::firefox()?)
        // WebKitGTK is for Linux only.
        .envs(browser::webkit_driver().map(|driver| ("WEBKIT_DRIVER", driver)))
        .env("MOCK_API_BIN", &mock))
}
