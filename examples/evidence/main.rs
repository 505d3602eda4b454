//! Prints the quality of evidence links on labelled calls, compared with plain word TF-IDF:
//!
//! `cargo run --release --features reading --example evidence [-- --mistakes | --fit]`
//!
//! `tuning` is what the model was fitted to; `held-out` is only reported. `--mistakes` lists those of the
//! tuning part alone. `--fit` fits the model to the tuning part and prints it.

mod baseline;
#[path = "../../tests/corpus/evidence.rs"]
mod corpus;
mod fit;

use corpus::{Counts, Judged, Measured, read_folder, variations};
use ninjahire_calls::reading::evidence::training::{Model, links};
use ninjahire_calls::reading::evidence::{Evidence, link_evidence};
use std::env;
use std::path::Path;

fn main() {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/evidence"
    ));
    let tuning = read_folder(&folder.join("tuning"));
    let held_out = read_folder(&folder.join("held-out"));
    let unseen = read_folder(&folder.join("unseen"));
    let option = env::args().nth(1);
    let fitted: Option<Model> = (option.as_deref() == Some("--fit"))
        .then(|| fit::fit(&[tuning.clone(), variations(&tuning, 4)].concat()));
    if let Some(model) = &fitted {
        fit::print(model);
    }
    let link = |call: &corpus::Call| -> Vec<Evidence> {
        match &fitted {
            Some(model) => links(model, &call.turns(), &call.rows)
                .into_iter()
                .map(|(link, _, _)| link)
                .collect(),
            None => link_evidence(&call.turns(), &call.rows),
        }
    };
    // The baseline gets the lowest threshold at which it is as precise as is asked for.
    let threshold = (1..100)
        .map(|percent| f64::from(percent) / 100.0)
        .find(|threshold| {
            let measured = Measured::of(&tuning, |call| baseline::link(call, *threshold));
            measured.all.asks_precision() >= 0.98
        })
        .unwrap_or(1.0);
    let tuning_varied = variations(&tuning, 4);
    let held_out_varied = variations(&held_out, 4);
    for (name, calls) in [
        ("tuning", &tuning),
        ("tuning, varied", &tuning_varied),
        ("held-out", &held_out),
        ("held-out, varied", &held_out_varied),
        ("unseen", &unseen),
        ("unseen, varied", &variations(&unseen, 4)),
    ] {
        let measured = Measured::of(calls, link);
        let plain = Measured::of(calls, |call| baseline::link(call, threshold));
        println!("\n## {name}: {} calls\n", measured.calls);
        println!(
            "| | asks precision | asks found | answers precision | answers recall | TF-IDF precision | TF-IDF found |"
        );
        println!("|---|---|---|---|---|---|---|");
        row("all", &measured.all, &plain.all);
        for (kind, counts) in &measured.kinds {
            row(&format!("{kind:?}"), counts, &plain.kinds[kind]);
        }
        for (language, counts) in measured
            .languages
            .iter()
            .filter(|_| !name.contains("varied"))
        {
            row(language, counts, &plain.languages[language]);
        }
        calibration("asks", &measured.ask_confidences);
        calibration("answers", &measured.answer_confidences);
        if option.as_deref() == Some("--mistakes") && !name.starts_with("held-out") {
            measured
                .mistakes
                .iter()
                .for_each(|mistake| println!("  {mistake}"));
        }
    }
}

fn row(name: &str, counts: &Counts, plain: &Counts) {
    println!(
        "| {name} | {:.3} ({}) | {:.3} ({}) | {:.3} ({}) | {:.3} ({}) | {:.3} | {:.3} |",
        counts.asks_precision(),
        counts.links,
        counts.asks_found(),
        counts.asked,
        counts.answers_precision(),
        counts.answers,
        counts.answers_recall(),
        counts.answering,
        plain.asks_precision(),
        plain.asks_found(),
    );
}

/// The share of right links by confidence.
fn calibration(name: &str, judged: &[Judged]) {
    println!("\n| {name}: confidence | links | right |\n|---|---|---|");
    let bounds = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
    for bound in bounds.windows(2) {
        let inside = judged
            .iter()
            .filter(|(confidence, _)| (bound[0]..bound[1]).contains(confidence));
        let (links, right) = inside.fold((0, 0), |(links, right), (_, is)| {
            (links + 1, right + usize::from(*is))
        });
        if links > 0 {
            println!(
                "| {:.2}–{:.2} | {links} | {:.3} |",
                bound[0],
                bound[1].min(1.0),
                f64::from(links).recip() * right as f64
            );
        }
    }
    let sure = judged.iter().filter(|(confidence, _)| *confidence >= 0.9);
    let (links, right) = sure.fold((0, 0), |(links, right), (_, is)| {
        (links + 1, right + usize::from(*is))
    });
    println!(
        "| ≥ 0.90 | {links} | {:.3} |",
        if links == 0 {
            1.0
        } else {
            right as f64 / links as f64
        }
    );
}
