//! Who said how much.

use serde::Serialize;

use super::labels::Role;
use super::spoken::Spoken;
use super::unicode::{graphemes, words};

/// What a call amounts to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TranscriptStats {
    /// The speakers, in the order in which they first speak.
    pub speakers: Vec<SpeakerStats>,
    /// How many turns there are.
    pub turns: usize,
    /// How many words, counted as for each speaker.
    pub words: usize,
    /// How many characters, counted as for each speaker.
    pub characters: usize,
    /// From the first clock to the last, in seconds; `None` where there are not two.
    pub seconds: Option<f64>,
}

/// What one speaker said.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// are words of their own, and so they are in Thai.
    pub words: usize,
    /// How many characters, as a reader counts them, without blanks.
    pub characters: usize,
    /// The share of all words, 0 to 1; of an entirely wordless call, 0.
    pub share: f64,
    /// The turn with the most words, the first of equals.
    pub longest_turn: usize,
    /// How many words that turn has.
    pub longest_turn_words: usize,
    /// How many sentences end with a question mark, of any script.
    pub questions: usize,
    /// How long the speaker spoke, in seconds: from the clock of each turn to that of the next
    /// turn, where both have one. `None` where no turn of the speaker can be measured.
    pub seconds: Option<f64>,
}

/// Counts what each speaker said. Speakers are told apart by role and, but for case, label.
///
/// ```
/// use ninjahire_calls::reading::stats::transcript_stats;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "[0:00] BOT: How are you?\n[0:04] HUMAN: Very well, thank you.\n[0:06] BOT: 好的。";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let stats = transcript_stats(&spoken(transcript, &turns));
/// let bot = &stats.speakers[0];
/// assert_eq!((bot.turns, bot.words, bot.questions, bot.seconds), (2, 5, 1, Some(4.0)));
/// ```
pub fn transcript_stats(turns: &[Spoken<'_>]) -> TranscriptStats {
    let mut stats = TranscriptStats {
        turns: turns.len(),
        ..TranscriptStats::default()
    };
    // The first turn of each speaker, to compare with.
    let mut firsts: Vec<Spoken<'_>> = Vec::new();
    for (index, turn) in turns.iter().enumerate() {
        let place = match firsts.iter().position(|first| first.same_speaker(turn)) {
            Some(place) => place,
            None => {
                firsts.push(*turn);
                stats.speakers.push(SpeakerStats {
                    role: turn.role,
                    label: turn.label.map(str::to_owned),
                    turns: 0,
                    words: 0,
                    characters: 0,
                    share: 0.0,
                    longest_turn: index,
                    longest_turn_words: 0,
                    questions: 0,
                    seconds: None,
                });
                firsts.len() - 1
            }
        };
        let words = words(turn.text).count();
        let characters = graphemes(turn.text)
            .filter(|(_, cluster)| !cluster.chars().all(char::is_whitespace))
            .count();
        let speaker = &mut stats.speakers[place];
        speaker.turns += 1;
        speaker.words += words;
        speaker.characters += characters;
        speaker.questions += questions(turn.text);
        if words > speaker.longest_turn_words {
            speaker.longest_turn = index;
            speaker.longest_turn_words = words;
        }
        let next = turns.get(index + 1).and_then(|next| next.start_time);
        if let (Some(start), Some(end)) = (turn.start_time, next)
            && end >= start
        {
            *speaker.seconds.get_or_insert(0.0) += end - start;
        }
        stats.words += words;
        stats.characters += characters;
    }
    for speaker in &mut stats.speakers {
        speaker.share = speaker.words as f64 / stats.words.max(1) as f64;
    }
    let mut clocks = turns.iter().filter_map(|turn| turn.start_time);
    if let (Some(first), Some(last)) = (clocks.next(), clocks.next_back()) {
        stats.seconds = Some(last - first);
    }
    stats
}

/// How many sentences of `text` end with a question mark: `??` and `?!` end one, the one in
/// `/jobs?id=1` ends none.
fn questions(text: &str) -> usize {
    let mut count = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !is_question_mark(letter) {
            continue;
        }
        while letters
            .next_if(|next| is_question_mark(*next) || matches!(next, '!' | '！' | '.'))
            .is_some()
        {}
        // An ASCII mark is inside something where a letter follows at once; others need no blank.
        let inside = letter == '?'
            && letters
                .peek()
                .is_some_and(|next| next.is_ascii_alphanumeric());
        count += usize::from(!inside);
    }
    count
}

/// Question marks of all scripts.
pub(crate) fn is_question_mark(letter: char) -> bool {
    matches!(
        letter,
        '?' | '\u{37E}' | '\u{55E}' | '\u{61F}' | '\u{1367}' | '\u{203D}' | '\u{2047}'
            ..='\u{2049}' | '\u{2CFA}' | '\u{FE56}' | '\u{FF1F}'
    )
}
