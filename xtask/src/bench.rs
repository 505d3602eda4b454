//! The benchmark: compares how long a user waits with the usual alternatives. `docs/benchmarks.md` says
//! what it measures and how.

use anyhow::{Result, bail};

use crate::shell::{cargo, command, run};
use crate::{browser, package, test, tools};

const PARTS: [&str; 4] = ["decode", "turns", "cold", "elements"];

/// Runs the named parts, or all. With `check`, a missed goal is an error.
pub fn run_benches(names: &[String], check: bool) -> Result<()> {
    if let Some(name) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        bail!(
            "no part of the benchmark is called {name}; the parts are {}",
            PARTS.join(", ")
        );
    }
    tools::install_npm_packages()?;
    package::build()?;
    let mut node = command("node");
    node.arg("tests/bench/main.mjs")
        .env("CHROME", browser::chromium()?.chrome)
        .env("FIREFOX", browser::firefox()?)
        .env(
            "NINJAHIRE_PKG",
            test::install_package()?.join("node_modules/ninjahire-calls"),
        );
    if check {
        node.arg("--check");
    }
    if names.is_empty() {
        node.args(PARTS);
    } else {
        node.args(names);
    }
    run(&mut node)
}

/// Measures precision and recall of the links from questions to turns, on labelled calls.
pub fn run_evidence() -> Result<()> {
    run(cargo().args([
        "run",
        "--quiet",
        "--release",
        "--features",
        "reading",
        "--example",
        "evidence",
    ]))
}
