//! One entry of a transcript in JSON: the speaker, the text, and the time.

use super::cursor::{Cursor, part};
use super::entries::Entry;
use super::json::Reader;
use super::json_text::{Kind, Member, Value, is_named, items, members, unescape};
use super::names::role_of;
use super::range::TextRange;
use super::timestamps::{Time, eat_bare, eat_epoch, eat_plain_seconds};

// Names of members, the best first. Case, `_`, `-` and spaces do not matter.
const SPEAKERS: &str = "role|speaker|speakerlabel|speakername|speakerrole|participantrole|sender|sendertype|\
    author|from|who|participant|participantid|participantname|name|displayname|username|\
    user|speakerid|source|channel|mediachannel|spk|label|voice|participantpurpose|participanttype|channeltag|speakertag";
const TEXTS: &str = "text|content|message|transcript|utterance|sentence|body|speech|said|line|msg|\
    caption|value|words|transcription|sentences|alternatives|nbest|display";
const SECONDS: &str = "secondsfromstart|timeincallsecs|startseconds|startsecs|startsec|starttime|start|\
    begin|offset|timestamp|time|starttimestamp";
const MILLISECONDS: &str = "startms|offsetms|timestampms|beginoffsetmillis|startoffsetmillis|startmillis|\
    starttimems|timems|millisecondsfromstart";

impl Reader<'_> {
    /// Reads an entry that is an object. Returns whether the object is an entry.
    pub(super) fn read_object(&mut self, object: Value) -> bool {
        let members = members(self.text, object);
        let label = self.find_label(&members);
        // `{"BOT": "Hi."}`, but not `{"speaker": "BOT"`, which is cut off before its text.
        if let [only] = members.as_slice()
            && only.value.kind == Kind::String
            && self.is_label(only.name)
            && (object.is_whole || !only.value.is_whole || label.is_none())
        {
            let name = Value {
                kind: Kind::Word,
                range: only.name,
                is_whole: true,
            };
            self.push(Some(name), only.value, None);
            return true;
        }
        let mut texts = Vec::new();
        for name in TEXTS.split('|') {
            if let Some(value) = self.find(&members, name)
                && texts.is_empty()
                && (label.is_some() || !has_alternatives(name))
            {
                texts = self.parts(name, value);
            }
        }
        if texts.is_empty() {
            // A tool call or an event has a speaker or a type, but nothing that was said. Or the
            // entry is cut off before its text.
            let is_event = |name| self.find(&members, name).is_some();
            return label.is_some() || is_event("type") || is_event("event") || !object.is_whole;
        }
        let mut time = self.find_time(&members);
        for text in texts {
            self.push(label, text, time.take());
        }
        true
    }

    pub(super) fn push(&mut self, label: Option<Value>, text: Value, time: Option<Time>) {
        self.entries.push(Entry {
            label: label.map(Value::inside),
            text: text.inside(),
            time,
        });
    }

    /// The value of the member with that name.
    pub(super) fn find(&self, members: &[Member], name: &str) -> Option<Value> {
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
        let has_alternatives = has_alternatives(name);
        let mut parts = Vec::new();
        for item in items(self.text, value) {
            let members = members(self.text, item);
            let has = |name| self.find(&members, name);
            // Items with times are single words. They repeat a text beside them.
            let is_timed = has("confidence").or_else(|| has("end")).is_some();
            let is_word = is_timed && name != "sentences" && !has_alternatives;
            let text = has("text").or_else(|| has("content"));
            let best = has("transcript").or_else(|| has("display"));
            if let Some(text) = text.or(best)
                && text.kind == Kind::String
                && !is_word
            {
                parts.push(text);
            }
            if has_alternatives {
                break;
            }
        }
        parts
    }

    /// When an entry starts, in seconds.
    fn find_time(&mut self, members: &[Member]) -> Option<Time> {
        for name in MILLISECONDS.split('|') {
            let Some(value) = self.find(members, name) else {
                continue;
            };
            if let Some(time) = self.whole_number(value, eat_epoch) {
                return Some(time);
            }
            if let Some(time) = self.whole_number(value, eat_plain_seconds) {
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

    /// The result of a parser that must read the whole value.
    fn whole_number(&self, value: Value, eat: fn(&mut Cursor<'_>) -> Option<Time>) -> Option<Time> {
        let range = value.inside();
        let mut cursor = Cursor::new(part(self.text, 0, range.end), range.start);
        eat(&mut cursor).filter(|_| cursor.is_at_end())
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
        // No time within a call is as large as this.
        let number = self
            .whole_number(value, eat_plain_seconds)
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
    pub(super) fn settle_times(&mut self) {
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

/// Whether the first item of a list with this name is the best of several.
fn has_alternatives(name: &str) -> bool {
    matches!(name, "alternatives" | "nbest")
}

/// Whether a value can be a name: a short string, or the number of a speaker.
pub(super) fn is_name(value: Value) -> bool {
    let length = value.range.end - value.range.start;
    match value.kind {
        Kind::String => (3..=82).contains(&length),
        Kind::Word => length <= 2,
        _ => false,
    }
}
