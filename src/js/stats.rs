//! Who said how much.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::errors;
use super::object::{Fields, list};
use super::turns::{spoken, turns};
use crate::reading::stats::{self, SpeakerStats};

/// A `TranscriptStats`.
#[wasm_bindgen(js_name = transcriptStats, skip_typescript)]
pub fn transcript_stats(given: &JsValue) -> Result<JsValue, JsValue> {
    let turns = turns(given).map_err(|error| errors::to_js(&error))?;
    let stats = stats::transcript_stats(&spoken(&turns));
    let fields = Fields::new();
    fields.set("speakers", list(&mut stats.speakers.iter().map(speaker)));
    counts(
        &fields,
        [("turns", stats.turns), ("characters", stats.characters)],
    );
    fields.number("words", stats.words.map(|words| words as f64));
    fields.number("seconds", stats.seconds);
    Ok(fields.build())
}

fn speaker(speaker: &SpeakerStats) -> JsValue {
    let fields = Fields::new();
    fields.set("role", speaker.role.as_str());
    fields.text("label", speaker.label.as_deref());
    counts(
        &fields,
        [
            ("turns", speaker.turns),
            ("characters", speaker.characters),
            ("longestTurn", speaker.longest_turn),
            ("questions", speaker.questions),
        ],
    );
    fields.number("words", speaker.words.map(|words| words as f64));
    let longest = speaker.longest_turn_words.map(|words| words as f64);
    fields.number("longestTurnWords", longest);
    fields.number("share", Some(speaker.share));
    fields.number("seconds", speaker.seconds);
    fields.build()
}

fn counts<const N: usize>(fields: &Fields, counts: [(&str, usize); N]) {
    for (name, count) in counts {
        fields.number(name, Some(count as f64));
    }
}
