//! Where labels are searched for, and what separates them from the words.

use super::whitespace::Syntax;

/// What stands between a label and the words. Separators other than a colon count only if the whole
/// transcript uses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// A colon of any script.
    Colon,
    /// A hyphen or dash.
    Dash,
    /// `>`, `»`, `->`, `→`.
    Arrow,
    /// `|`.
    Bar,
    /// A tab, or several spaces.
    Gap,
    /// `=`, `;`, `,`.
    Sign,
    /// `.` or `)` behind a letter for a question or an answer.
    Dot,
    /// None: the label is alone on its line, or in brackets.
    None,
}

/// Where a label match is searched for. This decides what may belong to it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// At the start of a line: bullets, counters and headings may stand before the label.
    pub(crate) is_line: bool,
    /// Timestamps may stand before the label. In the middle of a line, the `10:30` of `10:30 BOT:`
    /// may be the end of what was said.
    pub(crate) has_times: bool,
    /// Words that only look like labels count.
    pub(crate) has_words: bool,
    /// Separators other than a colon count.
    pub(crate) has_separators: bool,
    pub(crate) syntax: Syntax,
}

/// The start of a line.
pub(crate) const LINE: Place = Place {
    is_line: true,
    has_times: true,
    has_words: true,
    has_separators: false,
    syntax: Syntax::Plain,
};

/// The most spaces between two parts of a label match. The bound keeps the time linear: a label
/// match is tried at many positions.
pub(crate) const GAP: usize = 64;
