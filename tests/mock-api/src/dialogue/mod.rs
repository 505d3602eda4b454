//! What is said on a screening call, one file per language. Text only: who says it when, and how
//! well it was answered, is decided in `world::screening`.
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

/// What a screening question is about; the category breakdown of a summary has the same names.
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
    /// Answers with the points (0–10) that they are worth.
    pub answers: &'static [(u8, &'static str)],
}

pub struct Language {
    pub code: &'static str,
    pub name: &'static str,
    /// What stands between two sentences: Chinese and Japanese write none.
    pub space: &'static str,
    /// How fast it is spoken, in characters a second: it decides how long a recording is.
    pub chars_per_second: f64,
    pub greeting: &'static str,
    pub greeting_replies: &'static [&'static str],
    pub topics: &'static [Topic],
    pub hesitations: &'static [&'static str],
    pub acknowledgements: &'static [&'static str],
    /// What makes a candidate go on.
    pub follow_ups: &'static [&'static str],
    /// What a talkative candidate adds: the stuff that long transcripts are made of.
    pub asides: &'static [&'static str],
    pub closing: &'static str,
    pub goodbyes: &'static [&'static str],
}

/// English first and often, as in the vendor's market; the index is what `world::jobs` refers to.
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
