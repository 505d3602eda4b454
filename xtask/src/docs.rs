//! Builds the documentation site from README and `docs/` into `www/docs`, with VitePress.

use anyhow::Result;

use crate::shell::{command, root, run, step, target};
use crate::tools::npm;

/// Installs VitePress into the folder of the site's sources, and builds the site.
pub fn build() -> Result<()> {
    let site = root().join("www/site");
    step("Building the documentation site");
    run(command(npm())
        .current_dir(&site)
        .args(["ci", "--silent", "--ignore-scripts"]))?;
    let out = root().join("www/docs");
    run(command("node")
        .arg(site.join("build.mjs"))
        .arg(target().join("docs-site"))
        .arg(&out))?;
    println!("The site is in {}", out.display());
    Ok(())
}
