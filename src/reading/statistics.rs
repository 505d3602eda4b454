//! Counts how much each speaker said.

use super::Spoken;
use super::question_marks::{is_greek, is_question_mark};
use crate::transcript::Role;
use unicode_segmentation::UnicodeSegmentation;

/// The statistics of a call.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TranscriptStats {
    /// The speakers, in the order in which they first speak.
    pub speakers: Vec<SpeakerStats>,
    /// The number of turns.
    pub turns: usize,
    /// The number of words of all speakers. `null` where those of one speaker are not known.
    pub words: Option<usize>,
    /// The number of characters of all speakers.
    pub characters: usize,
    /// The time from the first timestamp to the last, in seconds. `null` where there are not two.
    pub seconds: Option<f64>,
}

/// The statistics of one speaker.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SpeakerStats {
    /// The speaker's role.
    pub role: Role,
    /// The speaker's label, as in the speaker's first turn.
    pub label: Option<String>,
    /// The number of turns.
    pub turns: usize,
    /// The number of words, as Unicode segments them (UAX #29). In Chinese and Japanese most single
    /// characters are words. Thai, Lao, Khmer and Burmese need a dictionary
    /// ([`transcript_stats_with`]). Without one it is `null` for a speaker of these languages.
    pub words: Option<usize>,
    /// The number of characters (grapheme clusters), without whitespace.
    pub characters: usize,
    /// The share of all words, 0 to 1; the share of all characters where the words are not known. 0
    /// where no one said anything.
    pub share: f64,
    /// The index of the turn with the most words, or with the most characters where the words are
    /// not known. Of several, the first.
    pub longest_turn: usize,
    /// The number of words in that turn; `null` where it is not known.
    pub longest_turn_words: Option<usize>,
    /// The number of sentences that end with a question mark, of any script.
    pub questions: usize,
    /// How long the speaker spoke, in seconds: the sum of the times from each turn's timestamp to
    /// the next turn's. A turn counts where both have one. `null` where no turn counts.
    pub seconds: Option<f64>,
}

/// Counts what each speaker said. Two turns have the same speaker where they have the same role,
/// and the same label in any case.
///
/// ```
/// use ninjahire_calls::reading::statistics::transcript_stats;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "[0:00] BOT: How are you?\n[0:04] HUMAN: Very well, thank you.\n[0:06] BOT: 好的。";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let stats = transcript_stats(&spoken(transcript, &turns));
/// let bot = &stats.speakers[0];
/// assert_eq!((bot.turns, bot.words, bot.questions, bot.seconds), (2, Some(5), 1, Some(4.0)));
/// ```
pub fn transcript_stats(turns: &[Spoken<'_>]) -> TranscriptStats {
    transcript_stats_with(turns, |_| None)
}

/// The same, with a word counter for texts in Thai, Lao, Khmer or Burmese, such as a browser's
/// `Intl.Segmenter`. The counter returns `None` where it cannot count.
///
/// ```
/// use ninjahire_calls::reading::statistics::{transcript_stats, transcript_stats_with};
/// use ninjahire_calls::reading::{Role, Spoken};
///
/// let turn = Spoken { role: Role::Human, label: None, text: "สวัสดีครับ", start_time: None };
/// assert_eq!(transcript_stats(&[turn]).words, None);
/// assert_eq!(transcript_stats_with(&[turn], |_| Some(2)).words, Some(2));
/// ```
pub fn transcript_stats_with(
    turns: &[Spoken<'_>],
    mut count_with_dictionary: impl FnMut(&str) -> Option<usize>,
) -> TranscriptStats {
    let mut speakers: Vec<Speaker<'_>> = Vec::new();
    for (index, turn) in turns.iter().enumerate() {
        let words = match turn.text.contains(needs_dictionary) {
            true => count_with_dictionary(turn.text),
            false => Some(turn.text.unicode_words().count()),
        };
        let next = turns.get(index + 1).and_then(|next| next.start_time);
        let counted = CountedTurn {
            index,
            words,
            characters: count_characters(turn.text),
            questions: count_questions(turn.text),
            seconds: turn
                .start_time
                .zip(next)
                .map(|(start, end)| end - start)
                .filter(|seconds| *seconds >= 0.0),
        };
        match speakers
            .iter_mut()
            .find(|known| known.first.same_speaker(turn))
        {
            Some(known) => known.turns.push(counted),
            None => speakers.push(Speaker {
                first: *turn,
                turns: vec![counted],
            }),
        }
    }
    let mut stats = TranscriptStats {
        turns: turns.len(),
        words: speakers.iter().map(Speaker::words).sum(),
        characters: speakers.iter().map(Speaker::characters).sum(),
        ..TranscriptStats::default()
    };
    stats.speakers = speakers
        .iter()
        .map(|speaker| speaker.stats(&stats))
        .collect();
    let mut times = turns.iter().filter_map(|turn| turn.start_time);
    if let (Some(first), Some(last)) = (times.next(), times.next_back()) {
        stats.seconds = Some(last - first);
    }
    stats
}

/// A speaker and their turns.
struct Speaker<'a> {
    first: Spoken<'a>,
    turns: Vec<CountedTurn>,
}

struct CountedTurn {
    index: usize,
    words: Option<usize>,
    characters: usize,
    questions: usize,
    seconds: Option<f64>,
}

impl Speaker<'_> {
    fn words(&self) -> Option<usize> {
        self.turns.iter().map(|turn| turn.words).sum()
    }

    fn characters(&self) -> usize {
        self.turns.iter().map(|turn| turn.characters).sum()
    }

    fn stats(&self, call: &TranscriptStats) -> SpeakerStats {
        let (words, characters) = (self.words(), self.characters());
        let share = match (words, call.words) {
            (Some(part), Some(whole)) => part as f64 / whole.max(1) as f64,
            _ => characters as f64 / call.characters.max(1) as f64,
        };
        let length = |turn: &CountedTurn| match words {
            Some(_) => turn.words.unwrap_or_default(),
            None => turn.characters,
        };
        // `max_by_key` returns the last of several, so this goes backwards.
        let longest = self.turns.iter().rev().max_by_key(|turn| length(turn));
        SpeakerStats {
            role: self.first.role,
            label: self.first.label.map(str::to_owned),
            turns: self.turns.len(),
            words,
            characters,
            share,
            longest_turn: longest.map_or(0, |turn| turn.index),
            longest_turn_words: longest.and_then(|turn| turn.words),
            questions: self.turns.iter().map(|turn| turn.questions).sum(),
            seconds: self
                .turns
                .iter()
                .filter_map(|turn| turn.seconds)
                .reduce(|sum, seconds| sum + seconds),
        }
    }
}

/// Whether `letter` is of a script without spaces in which only a dictionary can separate words: Thai,
/// Lao, Burmese, Khmer.
fn needs_dictionary(letter: char) -> bool {
    matches!(letter,
        '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{ECF}' | '\u{EDC}'..='\u{EDF}'
        | '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{1780}'..='\u{17D3}')
}

/// The number of grapheme clusters of `text` that are not whitespace.
fn count_characters(text: &str) -> usize {
    text.graphemes(true)
        .filter(|cluster| !cluster.chars().all(char::is_whitespace))
        .count()
}

/// The number of sentences of `text` that end with a question mark. `??` and `?!` end one sentence; the
/// mark in `/jobs?id=1` ends none.
fn count_questions(text: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // The Greek question mark looks like a semicolon.
        let greek = letter == ';' && is_greek(before);
        before = letter;
        if !is_question_mark(letter) && !greek {
            continue;
        }
        while letters
            .next_if(|next| is_question_mark(*next) || matches!(next, '!' | '！' | '.' | ';'))
            .is_some()
        {}
        // An ASCII mark is inside a word or URL where a letter follows at once. Other marks need no space.
        let inside = letter == '?'
            && letters
                .peek()
                .is_some_and(|next| next.is_ascii_alphanumeric());
        count += usize::from(!inside);
    }
    count
}
