//! Compares the bytes that a page loads with the budget.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::package::pkg;
use crate::shell::{root, run, target};
use crate::tools::node_tool;

/// Prints raw, gzip and brotli sizes; fails above the budget.
pub fn check() -> Result<()> {
    let budget = fs::read_to_string(root().join("xtask/size-budget.txt"))?;
    println!(
        "{:<34} {:>9} {:>9} {:>9}  budget (brotli)",
        "", "raw", "gzip", "brotli"
    );
    let mut over = Vec::new();
    for line in budget
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
    {
        let mut words = line.split_whitespace();
        let (Some(name), Some(limit)) = (words.next(), words.next()) else {
            continue;
        };
        let limit: usize = limit.parse().context("a budget is a number of bytes")?;
        let mut total = [0; 3];
        for file in words {
            let sizes = measure(file)?;
            print_row(file, sizes, "");
            for (sum, size) in total.iter_mut().zip(sizes) {
                *sum += size;
            }
        }
        print_row(&format!("{name} in all"), total, &limit.to_string());
        if total[2] > limit {
            over.push(format!("{name}: {} > {limit}", total[2]));
        }
    }
    if !over.is_empty() {
        bail!(
            "over the budget in xtask/size-budget.txt: {}",
            over.join(", ")
        );
    }
    Ok(())
}

fn print_row(name: &str, [raw, gzip, brotli]: [usize; 3], budget: &str) {
    println!("{name:<34} {raw:>9} {gzip:>9} {brotli:>9}  {budget}");
}

/// The raw, gzip and brotli sizes of a file. JavaScript is bundled with its static imports and minified first.
fn measure(file: &str) -> Result<[usize; 3]> {
    let path = pkg().join(file);
    let bytes = if file.ends_with(".js") {
        loaded_at_once(&path)?
    } else {
        fs::read(&path).with_context(|| format!("{file}: run `cargo xtask build` first"))?
    };
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let mut brotli = Vec::new();
    let best = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &best)?;
    Ok([bytes.len(), gzip.finish()?.len(), brotli.len()])
}

/// The code that an entry loads before it runs, without its dynamic imports.
fn loaded_at_once(entry: &Path) -> Result<Vec<u8>> {
    let out = target().join("size");
    let metafile = out.join("meta.json");
    run(node_tool("esbuild")
        .arg(entry)
        .args(["--bundle", "--splitting", "--minify", "--format=esm"])
        // The core, as the elements import it, is a separate line of the budget.
        .arg("--external:../../index.js")
        // The parts of the core that `reading/index.js` imports.
        .args(
            ["instance", "transcript", "assessment"].map(|name| format!("--external:../{name}.js")),
        )
        .arg("--log-level=error")
        .arg(format!("--outdir={}", out.display()))
        .arg(format!("--metafile={}", metafile.display())))?;
    let meta: Value = serde_json::from_slice(&fs::read(metafile)?)?;
    let outputs = meta["outputs"].as_object().context("no outputs")?;
    let is_entry = |output: &Value| {
        output["entryPoint"]
            .as_str()
            .is_some_and(|source| root().join(source) == entry)
    };
    let mut wanted: Vec<&str> = outputs
        .iter()
        .filter(|(_, output)| is_entry(output))
        .map(|(name, _)| name.as_str())
        .collect();
    let mut bytes = Vec::new();
    let mut next = 0;
    while let Some(&name) = wanted.get(next) {
        next += 1;
        bytes.extend(fs::read(root().join(name))?);
        for import in outputs[name]["imports"].as_array().into_iter().flatten() {
            let is_static = import["kind"] == "import-statement" && import["external"] != true;
            if let Some(path) = import["path"].as_str()
                && is_static
                && !wanted.contains(&path)
            {
                wanted.push(path);
            }
        }
    }
    Ok(bytes)
}
