//! JSON arrays and JSON lines, at the top level or within an object. Their items are strings,
//! `[speaker, text]` pairs, or objects with a speaker and a text. The transcript of a live call may
//! be cut off anywhere, even within a word.
//!
//! The keys are those of Retell (`role`, `content`, `words[].start`), Vapi (`role`, `message`,
//! `secondsFromStart`), OpenAI-style chats (`role`, `content`), Twilio (`media_channel`,
//! `transcript`, `start_time`), Deepgram (`speaker`, `transcript`, `start`), AssemblyAI (`speaker`,
//! `text`, `start` in ms), ElevenLabs (`role`, `message`, `time_in_call_secs`), Amazon
//! (`ParticipantId`, `Content`, `BeginOffsetMillis`; `audio_segments`), Azure (`speaker`,
//! `nBest[].display`), Bland (`user`, `text`), Genesys (`participantPurpose`, `text`), Aircall
//! (`participant_type`, `text`) and Gong (`speakerId`, `sentences[].text`), and other common ones.

use super::characters::{is_invisible, is_line_break, is_space};
use super::cursor::{Cursor, part};
use super::entries::{self, Entry};
use super::json_entry::is_name;
use super::json_text::{Kind, Value, items, members, skip_commas, value_at};
use super::options::TranscriptOptions;
use super::place::{LINE, Place};
use super::range::TextRange;
use super::reading::Reading;
use super::role::Role;
use super::shape::Shape;
use super::whitespace::{Syntax, trim};

// Names of the list of entries, the best first. Case, `_`, `-` and spaces do not matter.
const LISTS: &str = "transcript|transcriptobject|messages|utterances|audiosegments|recognizedphrases|\
    segments|turns|entries|sentences|conversation|dialogue|dialog|items|data|results|result|transcription|paragraphs|\
    artifact|call|phrases|monologues|lines|chat|transcripts|calltranscripts|channels|alternatives|\
    response|content";

/// How many objects may surround the list of entries.
const DEPTH: usize = 7;

/// Reads a transcript that is JSON from its first character on.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    let mut cursor = Cursor::new(text, 0);
    let is_before = |c: char| is_space(c) || is_line_break(c) || is_invisible(c);
    while cursor.eat_if(is_before).is_some() {}
    let first = cursor.peek()?;
    let start = cursor.position();
    let mut reader = Reader {
        text,
        entries: Vec::new(),
        whole: Vec::new(),
        has_fraction: false,
    };
    let end = match first {
        '[' => reader.read_values(start + 1, true)?,
        '{' | '"' => reader.read_values(start, false)?,
        _ => return None,
    };
    reader.settle_times();
    if reader.entries.len() < 2 && first == '"' {
        return None;
    }
    let place = Place {
        syntax: Syntax::Escaped,
        ..LINE
    };
    let mut reading = entries::read(text, &mut reader.entries, Shape::Json, place, options)?;
    keep_rest(&mut reading, text, end);
    Some(reading)
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) entries: Vec<Entry>,
    /// The entries whose times are whole numbers without a unit in the member's name.
    pub(super) whole: Vec<usize>,
    pub(super) has_fraction: bool,
}

impl Reader<'_> {
    /// Reads a sequence of values, with or without commas between them. Returns where the sequence
    /// ends, or `None` if the text is not a transcript in JSON.
    fn read_values(&mut self, from: usize, is_list: bool) -> Option<usize> {
        let mut at = skip_commas(self.text, from);
        let mut count = 0;
        while let Some(value) = value_at(self.text, at) {
            at = skip_commas(self.text, value.range.end);
            let is_only = !is_list && count == 0 && at >= self.text.len();
            let is_entry = (is_only && self.read_wrapper(value, DEPTH)) || self.read_entry(value);
            if !is_entry {
                return None;
            }
            count += 1;
        }
        match Cursor::new(self.text, at).peek() {
            Some(']') if is_list => Some(at + 1),
            None if count > 0 => Some(at),
            _ => None,
        }
    }

    /// Reads the list of entries in an object, under one of the usual names. Returns whether there
    /// is such a list.
    fn read_wrapper(&mut self, object: Value, depth: usize) -> bool {
        let members = members(self.text, object);
        for name in LISTS.split('|') {
            let Some(value) = self.find(&members, name).filter(|_| depth > 0) else {
                continue;
            };
            let before = self.entries.len();
            let items = items(self.text, value);
            let are_alternatives = name == "alternatives";
            let is_list = match value.kind {
                _ if are_alternatives => false,
                // The content of a message is not a list of messages.
                Kind::Array if name == "content" => false,
                Kind::Array => items.iter().all(|item| self.read_entry(*item)),
                _ => self.read_wrapper(value, depth - 1),
            };
            if is_list && self.entries.len() > before {
                return true;
            }
            self.entries.truncate(before);
            // A list of one call, of one channel, or of alternatives, of which the first is the
            // best.
            if let [item, rest @ ..] = items.as_slice()
                && (rest.is_empty() || are_alternatives)
                && self.read_wrapper(*item, depth - 1)
            {
                return true;
            }
        }
        false
    }

    /// Reads one entry. Returns whether the value is an entry.
    fn read_entry(&mut self, value: Value) -> bool {
        match value.kind {
            Kind::String => {
                self.push(None, value, None);
                true
            }
            Kind::Array => match items(self.text, value).as_slice() {
                [speaker, text] if is_name(*speaker) && text.kind == Kind::String => {
                    self.push(Some(*speaker), *text, None);
                    true
                }
                _ => !value.is_whole,
            },
            Kind::Object => self.read_object(value),
            Kind::Word => false,
        }
    }
}

/// Adds what follows the list of entries, as a turn.
fn keep_rest(reading: &mut Reading, text: &str, end: usize) {
    let (start, end) = trim(text, end, text.len(), Syntax::Plain);
    if !part(text, start, end)
        .bytes()
        .all(|byte| byte.is_ascii_punctuation())
    {
        reading.push(Role::Unknown, None, TextRange::new(start, end), None);
    }
}
