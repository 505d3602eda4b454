//! JSON arrays and JSON lines, at the top level or within an object. Their items are strings,
//! `[speaker, text]` pairs, or objects with a speaker and a text.
//!
//! The keys are those of Retell (`role`, `content`, `words[].start`), Vapi (`role`, `message`,
//! `secondsFromStart`), OpenAI-style chats (`role`, `content`), Twilio (`media_channel`,
//! `transcript`, `start_time`), Deepgram (`speaker`, `transcript`, `start`), AssemblyAI (`speaker`,
//! `text`, `start` in ms), ElevenLabs (`role`, `message`, `time_in_call_secs`), Amazon
//! (`ParticipantId`, `Content`, `BeginOffsetMillis`), Bland (`user`, `text`), Genesys
//! (`participantPurpose`, `text`) and Gong (`speakerId`, `sentences[].text`), and other common
//! ones.

use super::characters::{is_invisible, is_line_break, is_space};
use super::cursor::{Cursor, part};
use super::entries::{self, Entry};
use super::json_text::{
    Kind, Member, Value, is_named, items, members, skip_commas, unescape, value_at,
};
use super::names::role_of;
use super::options::TranscriptOptions;
use super::place::{LINE, Place};
use super::range::TextRange;
use super::reading::Reading;
use super::role::Role;
use super::shape::Shape;
use super::timestamps::{Time, eat_bare, eat_plain_seconds};
use super::whitespace::{Syntax, trim};

// Names of members, the best first. Case, `_`, `-` and spaces do not matter.
const SPEAKERS: &str = "role|speaker|speakerlabel|speakername|speakerrole|participantrole|sender|sendertype|\
    author|from|who|participant|participantid|participantname|name|displayname|username|\
    user|speakerid|source|channel|mediachannel|spk|label|voice|participantpurpose";
const TEXTS: &str = "text|content|message|transcript|utterance|sentence|body|speech|said|line|msg|\
    caption|value|words|transcription|sentences";
const SECONDS: &str = "secondsfromstart|timeincallsecs|startseconds|startsecs|startsec|starttime|start|\
    begin|offset|timestamp|time|starttimestamp";
const MILLISECONDS: &str = "startms|offsetms|timestampms|beginoffsetmillis|startoffsetmillis|startmillis|\
    starttimems|timems|millisecondsfromstart";
const LISTS: &str = "transcript|transcriptobject|messages|utterances|segments|turns|entries|sentences|\
    conversation|dialogue|dialog|items|data|results|result|transcription|paragraphs|\
    artifact|call|phrases|monologues|lines|chat|transcripts|calltranscripts|channels|alternatives";

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

struct Reader<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    /// The entries whose times are whole numbers without a unit in the member's name.
    whole: Vec<usize>,
    has_fraction: bool,
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
        let next = Cursor::new(self.text, at).peek();
        match next {
            Some(']') if is_list => Some(at + 1),
            // The transcript of a live call may end within an entry. Anything else here is not
            // JSON.
            None | Some('{' | '"' | '[') if count > 0 => Some(at),
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
                _ => false,
            },
            Kind::Object => self.read_object(value),
            Kind::Word => false,
        }
    }

    fn read_object(&mut self, object: Value) -> bool {
        let members = members(self.text, object);
        // `{"BOT": "Hi."}`
        if let [only] = members.as_slice()
            && only.value.kind == Kind::String
            && self.is_label(only.name)
        {
            let name = Value {
                kind: Kind::Word,
                range: only.name,
            };
            self.push(Some(name), only.value, None);
            return true;
        }
        let label = self.find_label(&members);
        let mut texts = Vec::new();
        for name in TEXTS.split('|') {
            if let Some(value) = self.find(&members, name)
                && texts.is_empty()
            {
                texts = self.parts(name, value);
            }
        }
        if texts.is_empty() {
            // A tool call or an event: a speaker or a type, but nothing that was said.
            let is_event = |name| self.find(&members, name).is_some();
            return label.is_some() || is_event("type") || is_event("event");
        }
        let mut time = self.find_time(&members);
        for text in texts {
            self.push(label, text, time.take());
        }
        true
    }

    fn push(&mut self, label: Option<Value>, text: Value, time: Option<Time>) {
        self.entries.push(Entry {
            label: label.map(Value::inside),
            text: text.inside(),
            time,
        });
    }

    /// The value of the member with that name.
    fn find(&self, members: &[Member], name: &str) -> Option<Value> {
        let is_it = |member: &&Member| is_named(member.name.of(self.text), name);
        members.iter().find(is_it).map(|member| member.value)
    }

    fn is_label(&self, written: TextRange) -> bool {
        role_of(&unescape(written.of(self.text))).is_some()
    }

    /// The speaker: the first name that is a known label, else the first name.
    fn find_label(&self, members: &[Member]) -> Option<Value> {
        let mut first = None;
        for name in SPEAKERS.split('|') {
            let value = self.find(members, name);
            let Some(value) = value.and_then(|value| self.name_in(value)) else {
                continue;
            };
            if self.is_label(value.inside()) {
                return Some(value);
            }
            first = first.or(Some(value));
        }
        first
    }

    /// The name that a value is or contains: `{"speaker": {"name": "Sam"}}`.
    fn name_in(&self, value: Value) -> Option<Value> {
        if is_name(value) {
            return Some(value);
        }
        let members = members(self.text, value);
        let mut names = "role|name|displayname|label|id".split('|');
        names.find_map(|name| self.find(&members, name).filter(|value| is_name(*value)))
    }

    /// The strings of a text: the text itself, or the items of `[{"type": "text", "text": "Hi."}]`.
    fn parts(&self, name: &str, value: Value) -> Vec<Value> {
        if value.kind == Kind::String {
            return vec![value];
        }
        let mut parts = Vec::new();
        for item in items(self.text, value) {
            let members = members(self.text, item);
            let has = |name| self.find(&members, name);
            // Items with times are single words. They repeat a text beside them.
            let is_word = name != "sentences" && has("confidence").or_else(|| has("end")).is_some();
            if let Some(text) = has("text").or_else(|| has("content"))
                && text.kind == Kind::String
                && !is_word
            {
                parts.push(text);
            }
        }
        parts
    }

    /// When an entry starts, in seconds.
    fn find_time(&mut self, members: &[Member]) -> Option<Time> {
        for name in MILLISECONDS.split('|') {
            if let Some(time) = self
                .find(members, name)
                .and_then(|value| self.number(value))
            {
                return Some(time.in_milliseconds());
            }
        }
        for name in SECONDS.split('|') {
            let value = self.find(members, name);
            if let Some(time) = value.and_then(|value| self.time(name, value)) {
                return Some(time);
            }
        }
        // Otherwise the entry starts with its first word.
        let words = items(self.text, self.find(members, "words")?);
        let word = super::json_text::members(self.text, *words.first()?);
        self.time("start", self.find(&word, "start")?)
    }

    fn number(&self, value: Value) -> Option<Time> {
        let range = value.inside();
        let mut cursor = Cursor::new(part(self.text, 0, range.end), range.start);
        eat_plain_seconds(&mut cursor).filter(|_| cursor.is_at_end())
    }

    fn time(&mut self, name: &str, value: Value) -> Option<Time> {
        if !matches!(value.kind, Kind::Word | Kind::String) {
            return None;
        }
        let range = value.inside();
        let mut cursor = Cursor::new(part(self.text, 0, range.end), range.start);
        if let Some(seconds) = eat_bare(&mut cursor) {
            return Some(seconds);
        }
        // A larger number is a date in some unit, and not a time within the call.
        let number = self
            .number(value)
            .filter(|number| *number < Time::from_seconds(100_000_000))?;
        let says_unit = name.contains("sec") || value.kind == Kind::String;
        let is_whole = !range.of(self.text).contains('.');
        if is_whole && !says_unit {
            self.whole.push(self.entries.len());
        } else {
            self.has_fraction = true;
        }
        Some(number)
    }

    /// Takes whole numbers for milliseconds if the speech would be too slow with seconds: less than
    /// one character in two seconds.
    fn settle_times(&mut self) {
        let (Some(first), Some(last)) = (self.whole.first(), self.whole.last()) else {
            return;
        };
        let time = |index: usize| self.entries.get(index).and_then(|entry| entry.time);
        let (Some(start), Some(end)) = (time(*first), time(*last)) else {
            return;
        };
        if self.has_fraction {
            return;
        }
        let mut said = 0;
        for entry in self.entries.iter().take(*last).skip(*first) {
            said += entry.text.end - entry.text.start;
        }
        let seconds = end.seconds() - start.seconds();
        if seconds > 120.0 && (said as f64) < seconds * 0.5 {
            for entry in &mut self.entries {
                entry.time = entry.time.map(Time::in_milliseconds);
            }
        }
    }
}

/// Whether a value can be a name: a short string, or the number of a speaker.
fn is_name(value: Value) -> bool {
    let length = value.range.end - value.range.start;
    match value.kind {
        Kind::String => (3..=82).contains(&length),
        Kind::Word => length <= 2,
        _ => false,
    }
}

/// Adds what follows the last complete entry as a turn, for a transcript that is cut off.
fn keep_rest(reading: &mut Reading, text: &str, end: usize) {
    let (start, end) = trim(text, end, text.len(), Syntax::Plain);
    if !part(text, start, end)
        .bytes()
        .all(|byte| byte.is_ascii_punctuation())
    {
        reading.push(Role::Unknown, None, TextRange::new(start, end), None);
    }
}
