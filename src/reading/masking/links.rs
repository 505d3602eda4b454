//! Finds links and e-mail addresses in their usual notation.

use super::cues::{self, Asked};
use super::kind::MaskedKind;
use super::normal::Normal;
use super::word_lists::{is_personal_host, is_top_level_domain};
use crate::transcript::TextRange;
use linkify::{LinkFinder, LinkKind};

/// Every link and e-mail address. `asked` is what the turn before asks for.
#[inline(never)]
pub(super) fn links_and_emails(normal: &Normal, asked: Asked) -> Vec<(TextRange, MaskedKind)> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let text = &normal.text;
    let mut found = Vec::new();
    for link in finder.links(text) {
        let (start, end) = match link.kind() {
            LinkKind::Email => email_bounds(text, link.start(), link.end()),
            _ => link_bounds(text, link.start(), link.end()),
        };
        let kind = match link.kind() {
            LinkKind::Email => MaskedKind::Email,
            _ if is_link(normal, asked, start, end) => MaskedKind::Url,
            _ => continue,
        };
        found.push((normal.original_range(start, end), kind));
    }
    found
}

/// The bounds of an address without words of another script that are attached to it:
/// `邮箱是sam@example.cn`, `sam@example.com입니다`.
fn email_bounds(text: &str, start: usize, end: usize) -> (usize, usize) {
    let address = &text[start..end];
    let Some(at) = address.rfind('@') else {
        return (start, end);
    };
    let local = &address[..at];
    let local_start = match local.ends_with(is_latin) {
        true => local.trim_end_matches(is_latin).len(),
        false => 0,
    };
    let top = address.rfind('.').map_or(at + 1, |dot| dot + 1);
    (start + local_start, start + latin_end(address, top))
}

/// The bounds of a link without words of another script that are attached to it.
fn link_bounds(text: &str, start: usize, end: usize) -> (usize, usize) {
    let link = &text[start..end];
    let link_start = match link.find("://").is_some() {
        true => 0,
        // `请看www.example.com`
        false => link
            .char_indices()
            .find(|(_, letter)| is_latin(*letter))
            .map_or(0, |(at, _)| at),
    };
    (start + link_start, start + latin_end(link, link_start))
}

/// The end of the Latin part of an address, from `from` on. The end of `text` where the part at
/// `from` is in another script.
fn latin_end(text: &str, from: usize) -> usize {
    match text[from..].find(|letter: char| !is_latin(letter)) {
        None | Some(0) => text.len(),
        Some(length) => {
            from + text[from..from + length]
                .trim_end_matches(['.', '-', ',', '/', '_'])
                .len()
        }
    }
}

fn is_latin(letter: char) -> bool {
    letter < '\u{250}' || matches!(letter, '\u{1E00}'..='\u{1EFF}')
}

/// Whether a text with a dot is a link, and not a name such as `Node.js` or `Booking.com`. A link
/// has a scheme or starts with `www.`; or it has a known top-level domain, and a path, the host of a
/// personal page, or a cue.
fn is_link(normal: &Normal, asked: Asked, start: usize, end: usize) -> bool {
    let text = &normal.text;
    let link = text[start..end].to_ascii_lowercase();
    if link.contains("://") || link.starts_with("www.") {
        return true;
    }
    let (host, path) = link.split_once('/').unwrap_or((&link, ""));
    let host = host.split([':', '?', '#']).next().unwrap_or_default();
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    if name.is_empty() || !is_top_level_domain(top) {
        return false;
    }
    let capital = text[start..].starts_with(|c: char| c.is_ascii_uppercase());
    !path.is_empty()
        || !capital
            && (is_personal_host(name, top)
                || cues::announces_link(text, normal.cues(), start, end)
                || asked.link)
}
