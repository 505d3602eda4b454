//! A Chromium and its driver.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::shell::{command, run};

pub struct Browser {
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

/// Finds a Chromium and its driver; as root on Debian (a container, CI) installs them.
pub fn chromium() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !can_install() {
        bail!(
            "No Chromium (or Chrome) with its chromedriver was found. Install them, for example with\n\
             \n    sudo apt-get install chromium chromium-driver\n\
             \nor set CHROME and CHROMEDRIVER to where they are."
        );
    }
    install(&["chromium", "chromium-driver"])?;
    match find() {
        Some(browser) => Ok(browser),
        None => bail!("chromium and chromium-driver were installed but are not on the PATH"),
    }
}

/// Installs Debian packages, and says so.
fn install(packages: &[&str]) -> Result<()> {
    println!("Installing {} (as root, on Debian)", packages.join(", "));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().args(["update", "-qq"]))?;
    run(apt()
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages))
}

/// Whether this is root on Debian. Only root may list another user's open files.
fn can_install() -> bool {
    Path::new("/etc/debian_version").exists() && fs::read_dir("/proc/1/fd").is_ok()
}

/// Finds a program that tests need; as root on Debian installs the package that has it.
pub fn program(names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(names) {
        return Ok(found);
    }
    if !can_install() {
        bail!(
            "{} is needed for these tests: sudo apt-get install {package}",
            names.join(" or ")
        );
    }
    install(&[package])?;
    match on_path(names) {
        Some(found) => Ok(found),
        None => bail!("{package} was installed but is not on the PATH"),
    }
}

/// PostgreSQL's server. Debian keeps its programs off the PATH.
pub fn postgresql() -> Result<()> {
    let is_there = || {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
        let mut programs = versions
            .flatten()
            .map(|folder| folder.path().join("bin/initdb"));
        on_path(&["initdb"]).is_some() || programs.any(|program| program.is_file())
    };
    if is_there() {
        return Ok(());
    }
    if !can_install() {
        bail!("PostgreSQL is needed for these tests: sudo apt-get install postgresql");
    }
    install(&["postgresql"])
}

/// A Firefox; `FIREFOX` says where it is otherwise.
pub fn firefox() -> Result<PathBuf> {
    match env::var_os("FIREFOX") {
        Some(path) => Ok(path.into()),
        None => program(&["firefox", "firefox-esr"], "firefox-esr"),
    }
}

fn find() -> Option<Browser> {
    let chrome = env::var_os("CHROME").map(PathBuf::from).or_else(|| {
        on_path(&[
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
            "chrome",
        ])
        .or_else(|| {
            [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            ]
            .map(PathBuf::from)
            .into_iter()
            .find(|path| path.exists())
        })
    })?;
    let driver = env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .or_else(|| on_path(&["chromedriver"]))?;
    Some(Browser { chrome, driver })
}

/// The first of the programs that is on the PATH.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}
