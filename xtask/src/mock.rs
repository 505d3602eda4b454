//! Builds and starts the mock API, for tests and the demo.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::shell::{cargo, run, target};

/// A running server. Dropping it ends the process.
pub struct Server {
    child: Child,
    /// The URL at which it listens.
    pub url: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error means that it has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Builds the mock, and returns the path of its binary.
pub fn build() -> Result<PathBuf> {
    run(cargo().args(["build", "--quiet", "--package", "mock-api"]))?;
    Ok(target()
        .join("debug")
        .join(format!("mock-api{}", std::env::consts::EXE_SUFFIX)))
}

/// The same, optimised, for measurements in which the mock must not be the bottleneck.
pub fn build_release() -> Result<PathBuf> {
    run(cargo().args(["build", "--quiet", "--release", "--package", "mock-api"]))?;
    Ok(target()
        .join("release")
        .join(format!("mock-api{}", std::env::consts::EXE_SUFFIX)))
}

/// Starts the mock on a free port.
pub fn start(args: &[&str]) -> Result<Server> {
    let mut command = Command::new(build()?);
    command
        .args(["--port", "0", "--exit-on-stdin-close"])
        .args(args);
    start_server(&mut command)
}

/// Starts a server that prints one line of JSON with its `url` when it is ready.
pub fn start_server(command: &mut Command) -> Result<Server> {
    let shown = format!("{command:?}");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {shown}"))?;
    let mut line = String::new();
    let stdout = child.stdout.take().context("stdout is piped")?;
    let mut stdout = BufReader::new(stdout);
    stdout.read_line(&mut line)?;
    let url = line.split('"').nth(3).map(str::to_owned);
    let server = Server {
        child,
        url: url.clone().unwrap_or_default(),
    };
    url.with_context(|| format!("{shown} did not say where it listens: {line:?}"))?;
    // Its further output goes to ours.
    std::thread::spawn(move || {
        for line in stdout.lines().map_while(Result::ok) {
            println!("{line}");
        }
    });
    Ok(server)
}

impl Server {
    /// Waits until the server ends.
    pub fn wait(&mut self) -> Result<()> {
        self.child.wait()?;
        Ok(())
    }
}
