//! JSON arrays and JSON lines: of strings, of `[speaker, text]`, or of objects with a speaker and a
//! text, in an object or not.
//!
//! The keys are those of Retell (`role`, `content`, `words[].start`), Vapi (`role`, `message`,
//! `secondsFromStart`), OpenAI-style chats (`role`, `content`), Twilio (`media_channel`,
//! `transcript`, `start_time`), Deepgram (`speaker`, `transcript`, `start`), AssemblyAI (`speaker`,
//! `text`, `start` in ms), ElevenLabs (`role`, `message`, `time_in_call_secs`) and Amazon
//! (`ParticipantId`, `Content`, `BeginOffsetMillis`), and the usual ones beside them.

use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::characters::{Syntax, is_invisible};
use super::cursor::Cursor;
use super::entries::{self, Entry};
use super::format::Shape;
use super::names::role_of;
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::timestamps::eat_bare;
use super::turns::Reading;
use crate::decimal::leading_decimal;
use crate::raw_json::{Kind, items, kind, members, normal_key, string};

const SPEAKERS: &[&str] = &[
    "role",
    "speaker",
    "speakerlabel",
    "speakername",
    "speakerrole",
    "participantrole",
    "sender",
    "sendertype",
    "author",
    "from",
    "who",
    "participant",
    "participantid",
    "participantname",
    "name",
    "displayname",
    "username",
    "user",
    "speakerid",
    "source",
    "channel",
    "mediachannel",
    "spk",
    "label",
    "voice",
];
const TEXTS: &[&str] = &[
    "text",
    "content",
    "message",
    "transcript",
    "utterance",
    "sentence",
    "body",
    "speech",
    "said",
    "line",
    "msg",
    "caption",
    "value",
    "words",
    "transcription",
];
const SECONDS: &[&str] = &[
    "secondsfromstart",
    "timeincallsecs",
    "startseconds",
    "startsecs",
    "startsec",
    "starttime",
    "start",
    "begin",
    "offset",
    "timestamp",
    "time",
    "starttimestamp",
];
const MILLISECONDS: &[&str] = &[
    "startms",
    "offsetms",
    "timestampms",
    "beginoffsetmillis",
    "startoffsetmillis",
    "startmillis",
    "starttimems",
    "timems",
    "millisecondsfromstart",
];
const LISTS: &[&str] = &[
    "transcript",
    "transcriptobject",
    "messages",
    "utterances",
    "segments",
    "turns",
    "entries",
    "sentences",
    "conversation",
    "dialogue",
    "dialog",
    "items",
    "data",
    "results",
    "result",
    "transcription",
    "paragraphs",
    "artifact",
    "call",
    "phrases",
    "monologues",
    "lines",
    "chat",
];

/// How deep the list may lie in objects.
const DEPTH: usize = 5;

/// Reads a transcript that is JSON from its first character on.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    let mut cursor = Cursor::new(text, 0);
    while cursor
        .eat_if(|c| c.is_whitespace() || is_invisible(c))
        .is_some()
    {}
    if !matches!(cursor.peek(), Some('[' | '{' | '"')) {
        return None;
    }
    let mut reader = Reader {
        text,
        entries: Vec::new(),
        unit: Unit::default(),
    };
    let start = cursor.position();
    let end = match cursor.eat('[') {
        true => reader.read_values(cursor.position(), true)?,
        false => reader.read_values(start, false)?,
    };
    reader.settle_times();
    if reader.entries.len() < 2 && !text[start..].starts_with(['[', '{']) {
        return None;
    }
    let mut reading = entries::read(text, &reader.entries, Shape::Json, Syntax::Escaped, options)?;
    reading.keep_rest(text, end);
    Some(reading)
}

/// What numbers for times mean; told from all of them.
#[derive(Default)]
struct Unit {
    /// The times that are whole numbers under a key that does not say its unit.
    whole: Vec<usize>,
    has_fraction: bool,
}

struct Reader<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    unit: Unit,
}

impl<'t> Reader<'t> {
    /// Reads values that follow one another, with commas or without. Says where it stopped, or
    /// nothing where the text is no transcript in JSON.
    fn read_values(&mut self, from: usize, is_list: bool) -> Option<usize> {
        let mut at = from;
        let mut count = 0;
        loop {
            let is_between = |c: char| c.is_whitespace() || c == ',';
            let rest = self.text[at..].trim_start_matches(is_between);
            at = self.text.len() - rest.len();
            if is_list && rest.starts_with(']') {
                return Some(at + 1);
            }
            let mut values = Deserializer::from_str(rest).into_iter::<&RawValue>();
            let Some(Ok(value)) = values.next() else {
                break;
            };
            let length = values.byte_offset();
            let is_only = !is_list && count == 0 && rest[length..].trim().is_empty();
            let is_entry = match is_only && kind(value) == Kind::Object {
                true => self.read_wrapper(value, DEPTH) || self.read_entry(value),
                false => self.read_entry(value),
            };
            if !is_entry {
                return None;
            }
            count += 1;
            at += length;
        }
        // A live call may be cut off within an entry; anything else is no JSON.
        let is_cut = self.text[at..].starts_with(['{', '"', '[']) || at >= self.text.len();
        (count > 0 && is_cut).then_some(at)
    }

    /// Reads the list of entries in an object, under one of the usual keys.
    fn read_wrapper(&mut self, object: &'t RawValue, depth: usize) -> bool {
        let Some(members) = members(object).filter(|_| depth > 0) else {
            return false;
        };
        for name in LISTS {
            for (key, value) in &members {
                if normal_key(key) != *name {
                    continue;
                }
                let before = self.entries.len();
                let is_list = match kind(value) {
                    Kind::Array => items(value)
                        .unwrap_or_default()
                        .into_iter()
                        .all(|item| self.read_entry(item)),
                    Kind::Object => self.read_wrapper(value, depth - 1),
                    _ => false,
                };
                if is_list && self.entries.len() > before {
                    return true;
                }
                self.entries.truncate(before);
            }
        }
        false
    }

    /// Reads one entry; whether it is one.
    fn read_entry(&mut self, value: &'t RawValue) -> bool {
        match kind(value) {
            Kind::String => {
                self.push(None, self.inside(value), None);
                true
            }
            Kind::Array => match items(value).unwrap_or_default().as_slice() {
                [speaker, text] if is_name(speaker) && kind(text) == Kind::String => {
                    self.push(Some(self.inside(speaker)), self.inside(text), None);
                    true
                }
                _ => false,
            },
            Kind::Object => self.read_object(value),
            _ => false,
        }
    }

    fn read_object(&mut self, object: &'t RawValue) -> bool {
        let members = members(object).unwrap_or_default();
        let keyed: Vec<(String, &RawValue)> = members
            .iter()
            .map(|(key, value)| (normal_key(key), *value))
            .collect();
        let values = |names: &'static [&'static str]| {
            names.iter().filter_map(|name| {
                let found = keyed.iter().find(|(key, _)| key == name)?;
                Some((*name, found.1))
            })
        };
        // `{"BOT": "Hi."}`
        if let [(key, value)] = members.as_slice()
            && kind(value) == Kind::String
            && role_of(key).is_some()
            && let Some(label) = self.key_range(object, key)
        {
            self.push(Some(label), self.inside(value), None);
            return true;
        }
        let names: Vec<&RawValue> = values(SPEAKERS)
            .filter_map(|(_, value)| name_in(value))
            .collect();
        let is_known =
            |value: &&&RawValue| string(value).is_some_and(|name| role_of(&name).is_some());
        let label = names.iter().find(is_known).or(names.first());
        let label = label.map(|value| self.inside(value));
        let texts: Vec<&RawValue> = values(TEXTS).map(|(_, value)| value).collect();
        let Some(text) = texts.iter().find(|value| has_text(value)) else {
            // A tool call or an event: a speaker or a type, but nothing that was said.
            return label.is_some() || keyed.iter().any(|(key, _)| key == "type" || key == "event");
        };
        let mut time = None;
        for (key, value) in values(MILLISECONDS).chain(values(SECONDS)) {
            time = self.time(key, value);
            if time.is_some() {
                break;
            }
        }
        if time.is_none()
            && let Some((_, words)) = values(&["words"]).next()
            && let Some(word) = items(words).unwrap_or_default().first()
            && let Some(members) = members_of(word)
            && let Some((_, start)) = members.iter().find(|(key, _)| key == "start")
        {
            time = self.time("start", start);
        }
        for text in parts(text) {
            self.push(label, self.inside(text), time.take());
        }
        true
    }

    fn push(&mut self, label: Option<TextRange>, text: TextRange, time: Option<f64>) {
        self.entries.push(Entry { label, text, time });
    }

    /// Where a value lies in the transcript: a string without its quotation marks.
    fn inside(&self, value: &RawValue) -> TextRange {
        let json = value.get();
        let start = json.as_ptr() as usize - self.text.as_ptr() as usize;
        let quote = usize::from(kind(value) == Kind::String);
        TextRange::new(start + quote, start + json.len() - quote)
    }

    /// Where the only key of an object lies.
    fn key_range(&self, object: &RawValue, key: &str) -> Option<TextRange> {
        let start = self.inside(object).start;
        let at = start + object.get().find(key)?;
        Some(TextRange::new(at, at + key.len()))
    }

    /// A time in seconds.
    fn time(&mut self, key: &str, value: &RawValue) -> Option<f64> {
        let written = match kind(value) {
            Kind::Number => value.get().to_owned(),
            Kind::String => string(value)?,
            _ => return None,
        };
        let mut cursor = Cursor::new(&written, 0);
        if let Some(seconds) = eat_bare(&mut cursor) {
            return Some(seconds);
        }
        let (number, length) = leading_decimal(&written)?;
        if length < written.len() || number < 0.0 {
            return None;
        }
        if MILLISECONDS.contains(&key) {
            return Some(number / 1000.0);
        }
        // The time of day in some unit, and not a time within the call.
        if number > 1e8 {
            return None;
        }
        let says_unit = key.contains("sec") || kind(value) == Kind::String;
        if number.fract() == 0.0 && !says_unit {
            self.unit.whole.push(self.entries.len());
        } else {
            self.unit.has_fraction = true;
        }
        Some(number)
    }

    /// Whole numbers are milliseconds where seconds would make the speakers too slow: less than
    /// three characters a second.
    fn settle_times(&mut self) {
        let whole = &self.unit.whole;
        let (Some(first), Some(last)) = (whole.first(), whole.last()) else {
            return;
        };
        if self.unit.has_fraction || last <= first {
            return;
        }
        let time = |index: usize| self.entries.get(index).and_then(|entry| entry.time);
        let (Some(start), Some(end)) = (time(*first), time(*last)) else {
            return;
        };
        let said: usize = self.entries[*first..*last]
            .iter()
            .map(|entry| entry.text.end - entry.text.start)
            .sum();
        if end - start > 120.0 && (said as f64) < (end - start) * 0.5 {
            for entry in &mut self.entries {
                entry.time = entry.time.map(|time| time / 1000.0);
            }
        }
    }
}

fn members_of(value: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    let members = members(value)?;
    Some(
        members
            .into_iter()
            .map(|(key, value)| (normal_key(&key), value))
            .collect(),
    )
}

/// Whether a value can be a name: a short string, or the number of a speaker.
fn is_name(value: &RawValue) -> bool {
    match kind(value) {
        Kind::String => (3..=82).contains(&value.get().len()),
        Kind::Number => value.get().len() <= 4,
        _ => false,
    }
}

/// The name that a value is or has: `{"speaker": {"name": "Sam"}}`.
fn name_in(value: &RawValue) -> Option<&RawValue> {
    if is_name(value) {
        return Some(value);
    }
    let members = members_of(value)?;
    ["role", "name", "displayname", "label", "id"]
        .iter()
        .find_map(|name| {
            let (_, value) = members.iter().find(|(key, _)| key == name)?;
            is_name(value).then_some(*value)
        })
}

fn has_text(value: &RawValue) -> bool {
    !parts(value).is_empty()
}

/// The strings that a text consists of: itself, or `[{"type": "text", "text": "Hi."}]`.
fn parts(value: &RawValue) -> Vec<&RawValue> {
    match kind(value) {
        Kind::String => vec![value],
        Kind::Array => items(value)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|item| {
                let members = members_of(item)?;
                // Single words belong to a text beside them.
                let text = members
                    .iter()
                    .find(|(key, _)| key == "text" || key == "content")?;
                let is_word = members
                    .iter()
                    .any(|(key, _)| key == "confidence" || key == "end");
                (kind(text.1) == Kind::String && !is_word).then_some(text.1)
            })
            .collect(),
        _ => Vec::new(),
    }
}

impl Reading {
    /// What follows the last whole entry of a transcript that is cut off, as a turn of its own.
    fn keep_rest(&mut self, text: &str, end: usize) {
        let rest = text[end..].trim();
        if rest.is_empty() || rest.chars().all(|c| c.is_ascii_punctuation()) {
            return;
        }
        let start = text.len() - text[end..].trim_start().len();
        self.turns.push(super::turns::Turn {
            index: self.turns.len(),
            role: super::role::Role::Unknown,
            label: None,
            text: TextRange::new(start, start + rest.len()),
            start_time: None,
        });
    }
}
