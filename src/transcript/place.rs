//! Where labels are looked for, and what separates them from the words.

use super::whitespace::Syntax;

/// What stands between a label and the words. All but a colon count only where the whole
/// transcript has them.
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
    /// `.` or `)` behind a letter that asks or answers.
    Dot,
    /// None: the label has its line for itself, or stands in brackets.
    None,
}

/// Where a label match is looked for, and so what may belong to it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// At the start of a line: bullets, counters and headings may stand before the label.
    pub(crate) is_line: bool,
    /// Timestamps may. In the middle of a line `10:30 BOT:` can be the end of what was said.
    pub(crate) has_times: bool,
    /// Words that only look like labels count.
    pub(crate) has_words: bool,
    /// Separators other than a colon count.
    pub(crate) has_separators: bool,
    pub(crate) syntax: Syntax,
}

/// Where labels that lead lines are looked for.
pub(crate) const LINE: Place = Place {
    is_line: true,
    has_times: true,
    has_words: true,
    has_separators: false,
    syntax: Syntax::Plain,
};

/// Spaces between the parts of a label match. A bound, because it is tried at many positions.
pub(crate) const GAP: usize = 64;
