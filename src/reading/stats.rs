//! Who said how much.

use super::spoken::Spoken;
use crate::transcript::Role;
use unicode_segmentation::UnicodeSegmentation;

/// What a call amounts to.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TranscriptStats {
    /// The speakers, in the order in which they first speak.
    pub speakers: Vec<SpeakerStats>,
    /// How many turns there are.
    pub turns: usize,
    /// How many words, counted as for each speaker. `null` where one speaker's are not known.
    pub words: Option<usize>,
    /// How many characters, counted as for each speaker.
    pub characters: usize,
    /// From the first timestamp to the last, in seconds; `null` where there are not two.
    pub seconds: Option<f64>,
}

/// What one speaker said.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SpeakerStats {
    /// Whose words they are.
    pub role: Role,
    /// What the speaker is called, as it was first written.
    pub label: Option<String>,
    /// How many turns.
    pub turns: usize,
    /// How many words, as Unicode segments them (UAX #29): in Chinese and Japanese most characters
    /// are words by themselves. Thai, Lao, Khmer and Burmese need a dictionary; without one
    /// ([`transcript_stats_with`]) it is `null` for whoever spoke one of them.
    pub words: Option<usize>,
    /// How many characters, as a reader counts them (grapheme clusters), without whitespace.
    pub characters: usize,
    /// The share of all words, 0 to 1; of all characters where the words are not known. 0 where
    /// nobody said anything.
    pub share: f64,
    /// The turn with the most words, the first of equals; with the most characters where the words
    /// are not known.
    pub longest_turn: usize,
    /// How many words that turn has; `null` where that is not known.
    pub longest_turn_words: Option<usize>,
    /// How many sentences end with a question mark, of any script.
    pub questions: usize,
    /// How long the speaker spoke, in seconds: from the timestamp of each turn to that of the next
    /// turn, where both have one. `null` where no turn of the speaker can be measured.
    pub seconds: Option<f64>,
}

/// Counts what each speaker said. Two turns are of one speaker where the role and, but for case, the
/// label are the same.
///
/// ```
/// use ninjahire_calls::reading::stats::transcript_stats;
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

/// The same, with a word counter for the texts that have words of Thai, Lao, Khmer or Burmese, such
/// as a browser's `Intl.Segmenter`. It returns `None` where it cannot count either.
///
/// ```
/// use ninjahire_calls::reading::stats::{transcript_stats, transcript_stats_with};
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
            characters: characters(turn.text),
            questions: questions(turn.text),
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
        // Of equals `max_by_key` gives the last.
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

/// Letters of the scripts that write words without anything between them, so that only a dictionary
/// can tell words apart: Thai, Lao, Burmese, Khmer.
fn needs_dictionary(letter: char) -> bool {
    matches!(letter,
        '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{ECF}' | '\u{EDC}'..='\u{EDF}'
        | '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{1780}'..='\u{17D3}')
}

/// How many grapheme clusters of `text` are not whitespace.
fn characters(text: &str) -> usize {
    text.graphemes(true)
        .filter(|cluster| !cluster.chars().all(char::is_whitespace))
        .count()
}

/// How many sentences of `text` end with a question mark: `??` and `?!` end one, the one in
/// `/jobs?id=1` ends none.
fn questions(text: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // Greek asks with what looks like a semicolon.
        let greek = letter == ';' && is_greek(before);
        before = letter;
        if !is_question_mark(letter) && !greek {
            continue;
        }
        while letters
            .next_if(|next| is_question_mark(*next) || matches!(next, '!' | '！' | '.' | ';'))
            .is_some()
        {}
        // An ASCII mark is inside something where a letter follows at once; others need no space.
        let inside = letter == '?'
            && letters
                .peek()
                .is_some_and(|next| next.is_ascii_alphanumeric());
        count += usize::from(!inside);
    }
    count
}

pub(crate) fn is_greek(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{37D}' | '\u{384}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

/// Question marks of all scripts. Those that open a question (`¿`) do not count.
pub(crate) fn is_question_mark(letter: char) -> bool {
    matches!(
        letter,
        // Latin, Greek, Armenian, Arabic, Ethiopic, Limbu.
        '?' | '\u{37E}' | '\u{55E}' | '\u{61F}' | '\u{1367}' | '\u{1945}'
            // Interrobang, doubled marks, reversed mark, medieval mark.
            | '\u{203D}' | '\u{2047}'
            ..='\u{2049}' | '\u{2E2E}' | '\u{2E54}'
            // Coptic and Old Nubian, Vai, Bamum, Meetei Mayek, Chakma.
            | '\u{2CFA}' | '\u{2CFB}' | '\u{A60F}' | '\u{A6F7}' | '\u{AAF1}' | '\u{11143}'
            // Emoji; vertical, small and full-width forms.
            | '\u{2753}' | '\u{2754}' | '\u{FE16}' | '\u{FE56}' | '\u{FF1F}'
    )
}
