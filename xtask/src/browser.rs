//! Finds the programs that tests need, such as browsers. As root on Debian (a container, CI) it installs
//! them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::shell::{command, run};

pub struct Browser {
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

/// Finds a Chromium and its driver. As root on Debian it installs them.
pub fn chromium() -> Result<Browser> {
    if let Some(browser) = find_chromium() {
        return Ok(browser);
    }
    if !can_install() {
        bail!(
            "No Chromium (or Chrome) with its chromedriver was found. Install them, for example with\n\
             \n    sudo apt-get install chromium chromium-driver\n\
             \nor set CHROME and CHROMEDRIVER to their paths."
        );
    }
    install_packages(&["chromium", "chromium-driver"])?;
    match find_chromium() {
        Some(browser) => Ok(browser),
        None => bail!("chromium and chromium-driver were installed but are not on the PATH"),
    }
}

/// Installs Debian packages, and prints which.
fn install_packages(packages: &[&str]) -> Result<()> {
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

/// Finds a program by one of its names. As root on Debian it installs the package that has it.
pub fn find_program(names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(found) = find_on_path(names) {
        return Ok(found);
    }
    if !can_install() {
        bail!(
            "{} is needed for these tests: sudo apt-get install {package}",
            names.join(" or ")
        );
    }
    install_packages(&[package])?;
    match find_on_path(names) {
        Some(found) => Ok(found),
        None => bail!("{package} was installed but is not on the PATH"),
    }
}

/// Makes sure that PostgreSQL's server is installed. On Debian its programs are not on the PATH.
pub fn require_postgresql() -> Result<()> {
    let is_installed = || {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
        let mut programs = versions
            .flatten()
            .map(|folder| folder.path().join("bin/initdb"));
        find_on_path(&["initdb"]).is_some() || programs.any(|program| program.is_file())
    };
    if is_installed() {
        return Ok(());
    }
    if !can_install() {
        bail!("PostgreSQL is needed for these tests: sudo apt-get install postgresql");
    }
    install_packages(&["postgresql"])
}

/// The path of a Firefox: that in `FIREFOX`, or one on the PATH.
pub fn firefox() -> Result<PathBuf> {
    match env::var_os("FIREFOX") {
        Some(path) => Ok(path.into()),
        None => find_program(&["firefox", "firefox-esr"], "firefox-esr"),
    }
}

/// The path of the driver of WebKitGTK, which starts its browser. Both need a screen, so it also makes sure
/// that there is a virtual one.
pub fn webkit_driver() -> Result<PathBuf> {
    find_program(&["xvfb-run"], "xvfb")?;
    find_program(&["xauth"], "xauth")?;
    find_program(&["WebKitWebDriver"], "webkit2gtk-driver")
}

fn find_chromium() -> Option<Browser> {
    let chrome = env::var_os("CHROME").map(PathBuf::from).or_else(|| {
        find_on_path(&[
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
        .or_else(|| find_on_path(&["chromedriver"]))?;
    Some(Browser { chrome, driver })
}

/// The path of the first of these programs that is on the PATH.
fn find_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}
