//! Prints how good the evidence links are on the labelled calls in `tests/fixtures/evidence`, or
//! in the folder given: `cargo run --features reading --example evidence [folder]`.

use ninjahire_calls::reading::evidence::measure::Measured;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evidence").to_owned();
    let mut all = Measured::default();
    let mut files: Vec<_> =
        fs::read_dir(env::args().nth(1).unwrap_or(own))?.collect::<Result<_, _>>()?;
    files.sort_by_key(|file| file.path());
    for file in files {
        if file
            .path()
            .extension()
            .is_some_and(|ending| ending == "json")
        {
            let before = all.clone();
            all.add_all(&fs::read_to_string(file.path())?)?;
            println!(
                "{:24} {:3} calls, {:3} of {:3} questions asked found, {:2} wrong",
                file.file_name().to_string_lossy(),
                all.calls - before.calls,
                all.right - before.right,
                all.asked - before.asked,
                (all.linked - all.right) - (before.linked - before.right),
            );
        }
    }
    for mistake in &all.mistakes {
        println!("  {mistake}");
    }
    println!(
        "{} calls, {} questions, {} asked, {} linked, {} right: precision {:.3}, recall {:.3}",
        all.calls,
        all.questions,
        all.asked,
        all.linked,
        all.right,
        all.precision(),
        all.recall()
    );
    Ok(())
}
