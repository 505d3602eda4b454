//! Prints the share of labelled details that is masked, and the share of everything else that is kept:
//! `cargo run --features reading --example masking [-- tuning]`. The name of a part lists its mistakes.

#[path = "../tests/corpus/masking.rs"]
mod corpus;

use corpus::Measured;
use std::env;

fn main() {
    let listed = env::args().nth(1);
    for part in [
        "tuning",
        "held-out",
        "unseen",
        "unseen-again",
        "unseen-third",
        "unseen-fourth",
    ] {
        let measured = Measured::of(part);
        println!(
            "{part}: {} of {} details masked ({:.1} %), {} of {} others left alone ({:.1} %)",
            measured.masked,
            measured.details,
            100.0 * measured.recall(),
            measured.kept,
            measured.others,
            100.0 * measured.specificity()
        );
        if listed.as_deref() == Some(part) {
            measured
                .mistakes
                .iter()
                .for_each(|mistake| println!("  {mistake}"));
        }
    }
}
