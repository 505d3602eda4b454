//! `cargo xtask build | demo | docs | test | size | bench | crate-api`: the entry point to everything that is
//! not plain cargo. It needs Rust, Node and, for tests, a browser, and sets up everything else.

mod bench;
mod browser;
mod consumers;
mod crate_api;
mod demo;
mod docs;
mod facts;
mod fleet;
mod front_ends;
mod mock;
mod package;
mod shell;
mod size;
mod test;
mod tools;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const USAGE: &str = "\
usage: cargo xtask <command>

  build             compile, optimise and assemble the npm package in pkg/
  demo [--port N]   serve the demo on http://127.0.0.1:8080 (N = 0 picks a free port)
  docs              build the documentation site into www/docs
  test [NAME…]      everything: native, wasm in Chromium, the packed package, the demo page;
                    with names, only those parts (see below)
  test consumers [NAME…]
                    the packed package in bundlers, frameworks, servers and Node's versions, each a
                    tiny app in tests/consumers; --quick runs those that .ci/run runs,
                    --write puts the table into README
  crate-api         write the crate's public items into pkg-template/crate-api-report.txt; with --check
                    compare them with the last release by `cargo semver-checks` (rustup fetches a nightly)
  size              bytes of what a page loads; fails above the budget in xtask/size-budget.txt
  bench [NAME…]     speed beside the usual alternatives, in Node, Chromium and Firefox: decode, turns,
                    cold; --check fails where a goal is missed; --evidence measures linking instead;
                    --fleet simulates 10,000 pages that follow calls through an outage
";

fn main() -> Result<()> {
    // As `runner` of the wasm32 target, cargo calls us with the test's wasm.
    if std::env::args().nth(1).as_deref() == Some("wasm-test-runner") {
        return test::run_wasm_test(std::env::args_os().skip(2).collect());
    }
    let mut args = lexopt::Parser::from_env();
    let Some(Value(command)) = args.next()? else {
        bail!("{USAGE}");
    };
    let mut names = Vec::new();
    let mut port = 8080;
    let mut evidence = false;
    let mut fleet = false;
    let mut check = false;
    let mut quick = false;
    let mut write = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => port = args.value()?.parse()?,
            Long("evidence") => evidence = true,
            Long("fleet") => fleet = true,
            Long("check") => check = true,
            Long("quick") => quick = true,
            Long("write") => write = true,
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match command.to_str() {
        Some("build") => package::build(),
        Some("demo") => demo::serve(port),
        Some("docs") => docs::build(),
        Some("test") if names.first().is_some_and(|name| name == "consumers") => {
            consumers::test(&names[1..], quick, write)
        }
        Some("test") => test::run_parts(&names),
        Some("crate-api") if check => crate_api::check_version(),
        Some("crate-api") => crate_api::write_report(),
        Some("size") => size::check(),
        Some("bench") if evidence => bench::run_evidence(),
        Some("bench") if fleet => fleet::run(),
        Some("bench") => bench::run_benches(&names, check),
        _ => bail!("{USAGE}\n{}", test::PARTS),
    }
}
