//! The sentences of screening calls, one file per language. `world::screening` decides who says
//! which one, when, and how good an answer is.
//!
//! Placeholders: `{name}` `{job}` `{company}` `{city}` `{certificate}` `{salary}` `{years}` `{weeks}`.

mod arabic;
mod chinese;
mod english;
mod french;
mod german;
mod hebrew;
mod hindi;
mod japanese;
mod portuguese;
mod spanish;

/// The topic of a screening question. A summary's category breakdown has the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Experience,
    NoticePeriod,
    Salary,
    Certificates,
    Shifts,
    Location,
    Motivation,
}

pub struct Topic {
    pub about: About,
    pub question: &'static str,
    /// Answers, each with its points (0–10).
    pub answers: &'static [(u8, &'static str)],
}

pub struct Language {
    pub code: &'static str,
    pub name: &'static str,
    /// The separator between two sentences. Chinese and Japanese have none.
    pub space: &'static str,
    /// The speed of speech, in characters per second. It determines the length of a recording.
    pub chars_per_second: f64,
    pub greeting: &'static str,
    pub greeting_replies: &'static [&'static str],
    pub topics: &'static [Topic],
    pub hesitations: &'static [&'static str],
    pub acknowledgements: &'static [&'static str],
    /// Remarks of the bot that make a candidate go on.
    pub follow_ups: &'static [&'static str],
    /// Sentences that a talkative candidate adds, for long transcripts.
    pub asides: &'static [&'static str],
    pub closing: &'static str,
    pub goodbyes: &'static [&'static str],
}

/// English comes first and often, as in the vendor's market. `world::jobs` refers to the index.
pub static LANGUAGES: [&Language; 10] = [
    &english::ENGLISH,
    &spanish::SPANISH,
    &german::GERMAN,
    &french::FRENCH,
    &portuguese::PORTUGUESE,
    &hindi::HINDI,
    &arabic::ARABIC,
    &hebrew::HEBREW,
    &japanese::JAPANESE,
    &chinese::CHINESE,
];

pub fn language(code: &str) -> &'static Language {
    LANGUAGES
        .iter()
        .copied()
        .find(|language| language.code == code)
        .unwrap_or(&english::ENGLISH)
}
