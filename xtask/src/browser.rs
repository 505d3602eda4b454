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
    if !(is_root() && Path::new("/etc/debian_version").exists()) {
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
pub fn install(packages: &[&str]) -> Result<()> {
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

pub fn is_root() -> bool {
    // SAFETY-free way to ask: only root may list this.
    fs::read_dir("/proc/1/fd").is_ok()
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
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}
