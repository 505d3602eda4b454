//! What separates the turns.

/// What separates the turns of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[non_exhaustive]
pub enum Shape {
    /// Labels with a colon, or another sign that the whole transcript has, lead lines.
    Lines,
    /// The same, but line breaks were escaped and never unescaped: two characters, `\n`.
    EscapedLines,
    /// Labels without a separator are alone on their lines, or in brackets.
    BareLines,
    /// The whole call is on one line. The ends of turns are then less certain.
    Inline,
    /// HTML as rich-text fields store it: block tags separate the lines.
    Html,
    /// A JSON array or JSON lines of strings, or of objects with a speaker and a text.
    Json,
    /// WebVTT or SRT: each cue is a turn.
    Captions,
    /// The markers of a chat model, such as `<|im_start|>user`.
    ChatTemplate,
    /// No label was found: all of it is one turn of an unknown speaker.
    Unlabelled,
}

impl Shape {
    /// `"lines"`, `"escaped-lines"`, `"bare-lines"`, `"inline"`, `"html"`, `"json"`,
    /// `"captions"`, `"chat-template"` or `"unlabelled"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Lines => "lines",
            Shape::EscapedLines => "escaped-lines",
            Shape::BareLines => "bare-lines",
            Shape::Inline => "inline",
            Shape::Html => "html",
            Shape::Json => "json",
            Shape::Captions => "captions",
            Shape::ChatTemplate => "chat-template",
            Shape::Unlabelled => "unlabelled",
        }
    }
}
