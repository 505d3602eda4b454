//! Ratios against the obvious alternatives, each measured in one run.

use anyhow::Result;

use crate::shell::{cargo, command, run};
use crate::{package, test, tools};

pub fn run_benches(evidence: bool) -> Result<()> {
    if evidence {
        return run(cargo().args([
            "run",
            "--quiet",
            "--release",
            "--features",
            "reading",
            "--example",
            "evidence",
        ]));
    }
    tools::npm_packages()?;
    package::build()?;
    let installed = test::install()?;
    run(command("node").arg("tests/bench/reading.mjs").env(
        "NINJAHIRE_PKG",
        installed.join("node_modules/ninjahire-calls"),
    ))
}
