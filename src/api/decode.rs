//! From bytes to models, the one way: what is damaged becomes `None` and is told, what is unknown
//! is kept, and what cannot be used is an error.

use crate::json::{Json, JsonText};

use super::{DecodeIssue, UnknownFields};
use crate::error::{Error, ErrorKind};
use crate::json::{self, Kind};
use crate::path;
use crate::utf8;

/// The JSON of an answer's text; an error where it is none. A byte order mark is passed over, as in
/// `Response.json()`.
pub(super) fn answer(text: &str) -> Result<Json<'_>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    json::parse(text).ok_or_else(|| unusable("", "JSON", Some(utf8::trim(text))))
}

/// The error for an answer that cannot be used.
pub(super) fn unusable(path: &str, expected: &'static str, found: Option<&str>) -> Error {
    ErrorKind::Decode {
        path: path.into(),
        expected,
        found: found
            .filter(|text| !text.is_empty())
            .unwrap_or("nothing")
            .into(),
    }
    .into()
}

/// In strict mode the first issue is an error.
pub(super) fn refuse_issues(strict: bool, issues: &[DecodeIssue]) -> Result<(), Error> {
    match issues.first() {
        Some(issue) if strict => Err(unusable(&issue.path, issue.expected, Some(&issue.found))),
        _ => Ok(()),
    }
}

/// An object whose fields are taken one by one; what is left at the end is unknown.
pub(super) struct Object<'a, 'i> {
    members: Vec<(String, Json<'a>)>,
    path: String,
    issues: &'i mut Vec<DecodeIssue>,
}

impl<'a, 'i> Object<'a, 'i> {
    /// The object at `path`, or `None` and an issue where there is something else.
    pub(super) fn at(
        path: String,
        raw: Json<'a>,
        issues: &'i mut Vec<DecodeIssue>,
    ) -> Option<Self> {
        match json::object(raw) {
            Some(members) => Some(Self {
                members,
                path,
                issues,
            }),
            None => {
                issues.push(DecodeIssue {
                    path,
                    expected: "an object",
                    found: raw.text().into(),
                });
                None
            }
        }
    }

    /// The field's value; `None` for `null` too.
    pub(super) fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let at = self.members.iter().position(|(key, _)| key == name)?;
        let (_, raw) = self.members.remove(at);
        (json::kind(raw) != Kind::Null).then_some(raw)
    }

    /// Whether the field is absent or `null`.
    pub(super) fn is_missing(&self, name: &str) -> bool {
        json::member(&self.members, name).is_none_or(|raw| json::kind(raw) == Kind::Null)
    }

    /// Tells that the field is not what it should be.
    pub(super) fn tell(&mut self, name: &str, expected: &'static str, found: &str) {
        self.issues.push(DecodeIssue {
            path: path::member(&self.path, name),
            expected,
            found: found.into(),
        });
    }

    fn field<T>(
        &mut self,
        name: &str,
        expected: &'static str,
        read: impl FnOnce(Json<'_>) -> Option<T>,
    ) -> Option<T> {
        let raw = self.take(name)?;
        let value = read(raw);
        if value.is_none() {
            self.tell(name, expected, raw.text());
        }
        value
    }

    pub(super) fn string(&mut self, name: &str) -> Option<String> {
        self.field(name, "a string", json::string)
    }

    pub(super) fn object(&mut self, name: &str) -> Option<JsonText> {
        self.field(name, "an object", |raw| {
            (json::kind(raw) == Kind::Object).then(|| raw.to_owned())
        })
    }

    pub(super) fn score(&mut self, name: &str) -> Option<u8> {
        self.field(name, "an integer 0–100", |raw| {
            json::integer(raw)
                .filter(|score| (0..=100).contains(score))
                .map(|score| score as u8)
        })
    }

    pub(super) fn count(&mut self, name: &str) -> Option<f64> {
        self.field(name, "an integer ≥ 0", |raw| {
            json::integer(raw)
                .filter(|count| *count >= 0)
                .map(|count| count as f64)
        })
    }

    /// What nobody took.
    pub(super) fn rest(self) -> UnknownFields {
        let mut fields = UnknownFields::default();
        for (name, raw) in self.members {
            fields.0.push((name, raw.to_owned()));
        }
        fields
    }
}
