//! The kinds of masked details.

/// The kind of a masked detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum MaskedKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A link.
    Url,
    /// A number that may be a payment card's: 13 to 19 digits with a valid check digit.
    Card,
    /// One of [`MaskOptions::terms`](super::MaskOptions::terms).
    Term,
}

impl MaskedKind {
    /// `"email"`, `"phone"`, `"url"`, `"card"` or `"term"`.
    pub fn as_str(self) -> &'static str {
        match self {
            MaskedKind::Email => "email",
            MaskedKind::Phone => "phone",
            MaskedKind::Url => "url",
            MaskedKind::Card => "card",
            MaskedKind::Term => "term",
        }
    }

    pub(super) fn replacement(self) -> &'static str {
        match self {
            MaskedKind::Email => "[email]",
            MaskedKind::Phone => "[phone]",
            MaskedKind::Url => "[link]",
            MaskedKind::Card => "[card]",
            MaskedKind::Term => "[masked]",
        }
    }
}
