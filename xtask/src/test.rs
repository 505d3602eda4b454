//! Runs the tests in parts.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::{self, Browser};
use crate::shell::{cargo, command, output, root, run, target};
use crate::tools::{install_npm_packages, install_wasm_target, node_tool, npm};
use crate::{mock, package, size};

type Part = fn(&Setup) -> Result<()>;

/// The parts in the order in which they run: those that break most often come first.
const ALL: &[(&str, Part)] = &[
    ("rust", rust),
    ("wasm", wasm),
    ("package", packed),
    ("differential", differential),
    ("types", types),
    ("reading", reading),
    ("client", client),
    ("proxy", proxy),
    ("webhooks", webhooks),
    ("testing", testing),
    ("bindings", bindings),
    ("ringing", ringing),
    ("elements", elements),
    ("demo", demo),
    ("bench", bench),
];

/// Parts that take too long for every change. They run only by name, as in `.ci/full`.
const FULL: &[(&str, Part)] = &[("full-load", load), ("full-front-ends", front_ends)];

pub const PARTS: &str = "\
parts of `test`:
  rust          native tests and doc tests
  wasm          the crate's client in headless Chromium, against the mock API
  package       the packed tarball, installed in an empty folder; publint, attw, the size budget
  differential  bodies, options and answers through version 0.1 and the current package
  types         tsc --strict over code that uses the installed package; prettier
  reading       ninjahire-calls/reading: evidence, search, statistics, masking and exports
  client        the client against a misbehaving server, in Node and headless Chromium
  proxy         the server half, on real servers, Redis and PostgreSQL among them
  webhooks      the vendor's webhooks, on real servers
  testing       the test kit: in memory, as MSW handlers and on a port, beside the mock API
  bindings      the stores, React, Vue, Svelte and TanStack Query, on servers and in headless Chromium
  ringing       client and proxy together in headless Chromium and Firefox, connections reset: one ring
  elements      the custom elements in headless Chromium, Firefox and WebKit
  demo          the demo page in headless Chromium
  bench         what the benchmark measures on; `cargo xtask bench` measures

only by name:
  full-front-ends  examples/leptos and examples/yew in headless Chromium
  full-load     the proxy under load, with memory, Redis and PostgreSQL for a store
";

/// The programs and the package that all parts use.
pub struct Setup {
    browser: Browser,
    mock: PathBuf,
    /// The folder in which the packed package is installed.
    installed: PathBuf,
}

pub fn run_parts(names: &[String]) -> Result<()> {
    if let Some(name) = names
        .iter()
        .find(|name| ALL.iter().chain(FULL).all(|(part, _)| part != name))
    {
        bail!("no part is called {name}\n{PARTS}");
    }
    install_wasm_target()?;
    install_npm_packages()?;
    if !package::pkg().join("package.json").exists() || names.is_empty() {
        package::build()?;
    }
    let setup = Setup {
        browser: browser::chromium()?,
        mock: mock::build()?,
        installed: install_package()?,
    };
    let is_wanted = |name: &str| names.iter().any(|wanted| wanted == name);
    let ordinary = ALL
        .iter()
        .filter(|(name, _)| names.is_empty() || is_wanted(name));
    let full = FULL.iter().filter(|(name, _)| is_wanted(name));
    for &(name, part) in ordinary.chain(full) {
        println!("\n== {name}");
        part(&setup)?;
    }
    println!("\nAll parts passed.");
    Ok(())
}

/// Packs the package and installs the tarball in an empty folder, as a user does.
pub fn install_package() -> Result<PathBuf> {
    let folder = target().join("installed");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let packed = output(
        command(npm())
            .arg("pack")
            .arg(package::pkg())
            .args(["--silent", "--pack-destination"])
            .arg(&folder),
    )?;
    let tarball = packed.lines().last().unwrap_or_default().to_owned();
    fs::write(
        folder.join("package.json"),
        "{ \"private\": true, \"type\": \"module\" }\n",
    )?;
    run(command(npm())
        .current_dir(&folder)
        .args([
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
        ])
        .arg(format!("./{tarball}")))?;
    Ok(folder)
}

fn rust(_: &Setup) -> Result<()> {
    run(cargo().args([
        "test",
        "--quiet",
        "--workspace",
        "--features",
        "reading,webhooks",
    ]))
}

fn wasm(setup: &Setup) -> Result<()> {
    let mock = mock::start(&["--call-seconds", "0.5", "--assess-seconds", "0.2"])?;
    run(cargo()
        .args(["test", "--package", "ninjahire-calls"])
        .args(["--test", "browser", "--test", "decoding"])
        .args(["--target", "wasm32-unknown-unknown"])
        .env("CHROMEDRIVER", &setup.browser.driver)
        .env("MOCK_URL", &mock.url))
}

fn packed(setup: &Setup) -> Result<()> {
    let package = setup.installed.join("node_modules/ninjahire-calls");
    run(node_tool("publint")
        .arg("run")
        .arg(&package)
        .arg("--strict"))?;
    run(node_tool("attw")
        .arg("--pack")
        .arg(package::pkg())
        .args(["--profile", "esm-only"]))?;
    size::check()?;
    node_tests(setup, "tests/package")
}

fn differential(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/differential")
}

fn types(setup: &Setup) -> Result<()> {
    let consumer = setup.installed.join("types");
    fs::create_dir_all(&consumer)?;
    let mut projects = Vec::new();
    for entry in fs::read_dir(root().join("tests/types"))? {
        let entry = entry?;
        let copy = consumer.join(entry.file_name());
        fs::copy(entry.path(), &copy)?;
        if entry.file_name().to_string_lossy().starts_with("tsconfig") {
            projects.push(copy);
        }
    }
    projects.sort();
    for project in projects {
        run(node_tool("tsc").arg("-p").arg(project))?;
    }
    run(node_tool("prettier").args([
        "--check",
        "--log-level=warn",
        "pkg-template",
        "www",
        "tests",
    ]))
}

fn reading(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/reading")
}

fn client(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/client")
}

fn proxy(setup: &Setup) -> Result<()> {
    require_stores()?;
    node_tests(setup, "tests/proxy")
}

fn webhooks(setup: &Setup) -> Result<()> {
    require_stores()?;
    node_tests(setup, "tests/webhooks")
}

fn testing(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/testing")
}

fn bindings(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/bindings")
}

fn load(setup: &Setup) -> Result<()> {
    require_stores()?;
    let mock = mock::build_release()?;
    node_tests_with(setup, "tests/load", |command| {
        command.env("MOCK_API_BIN", mock);
    })
}

fn front_ends(setup: &Setup) -> Result<()> {
    let built = crate::front_ends::build()?;
    node_tests_with(setup, "tests/front-ends", |command| {
        command.env("FRONT_ENDS", built);
    })
}

/// Makes sure that the servers of the proxy's stores are installed.
fn require_stores() -> Result<()> {
    browser::find_program(&["redis-server"], "redis-server")?;
    browser::require_postgresql()
}

fn elements(setup: &Setup) -> Result<()> {
    let firefox = browser::firefox()?;
    let webkit = match browser::webkit_driver() {
        // WebKitGTK is for Linux only.
        Err(error) if env::var_os("CI").is_none() => {
            println!("WebKit is left out: {error:#}");
            None
        }
        driver => Some(driver?),
    };
    node_tests_with(setup, "tests/elements", |command| {
        command.env("FIREFOX", firefox);
        if let Some(webkit) = webkit {
            command.env("WEBKIT_DRIVER", webkit);
        }
    })
}

fn demo(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/e2e")
}

fn bench(setup: &Setup) -> Result<()> {
    node_tests(setup, "tests/bench")
}

fn ringing(setup: &Setup) -> Result<()> {
    let firefox = browser::firefox()?;
    node_tests_with(setup, "tests/ringing", |command| {
        command.env("FIREFOX", firefox);
    })
}

/// Runs a folder's `*.test.mjs` with Node's test runner, against the installed package.
fn node_tests(setup: &Setup, folder: &str) -> Result<()> {
    node_tests_with(setup, folder, |_| {})
}

fn node_tests_with(setup: &Setup, folder: &str, prepare: impl FnOnce(&mut Command)) -> Result<()> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join(folder))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec"])
        .env("CHROME", &setup.browser.chrome)
        .env("MOCK_API_BIN", &setup.mock)
        .env(
            "NINJAHIRE_PKG",
            setup.installed.join("node_modules/ninjahire-calls"),
        );
    prepare(&mut node);
    let mut failed = Vec::new();
    for file in files {
        let test = || {
            let mut test = command("node");
            test.args(node.get_args()).arg(&file);
            test.envs(
                node.get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            );
            run(&mut test)
        };
        if test().is_err() {
            failed.push(file.display().to_string());
        }
    }
    if !failed.is_empty() {
        bail!("tests failed in {}", failed.join(", "));
    }
    Ok(())
}

/// Runs a wasm test with the wasm-bindgen of the lock file. Cargo calls this as the runner of its wasm target.
pub fn run_wasm_test(args: Vec<OsString>) -> Result<()> {
    let mut command = vec![OsString::from("wasm-bindgen-test-runner")];
    command.extend(args);
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        // SAFETY: this process has only one thread yet.
        unsafe { env::set_var("WASM_BINDGEN_TEST_TIMEOUT", "120") };
    }
    // Cargo runs us in the package's folder, where webdriver.json is.
    debug_assert!(Path::new("webdriver.json").exists());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(command)
}
