//! Links and e-mail addresses.

use super::super::offsets::{TextRange, length, part};
use super::super::unicode::is_alphanumeric;

/// Domains that are believed without a scheme, if a path follows: `linkedin.com/in/sam`.
const DOMAINS: [&str; 24] = [
    "app", "at", "be", "br", "ch", "co", "com", "de", "dev", "es", "eu", "fr", "gg", "in", "info",
    "io", "it", "jp", "me", "net", "nl", "org", "pl", "uk",
];

/// Every link: with a scheme, with `www.`, or a domain with a path.
pub(super) fn urls(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    for word in words(text) {
        let lower = word.of(text).to_ascii_lowercase();
        let start = if let Some(colon) = position(&lower, "://") {
            let scheme = part(&lower, 0, colon)
                .trim_end_matches(|c: char| {
                    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')
                })
                .len();
            (scheme < colon && colon + 3 < lower.len()).then_some(scheme)
        } else if let Some(www) = position(&lower, "www.") {
            (lower.len() > www + 4).then_some(www)
        } else {
            domain_with_path(&lower)
        };
        if let Some(start) = start {
            let range = TextRange::new(word.start + start, word.end);
            found.push(without_punctuation(text, range));
        }
    }
    found
}

/// Every e-mail address.
pub(super) fn emails(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    for word in words(text) {
        let whole = word.of(text);
        let mut free = 0;
        for (at, _) in whole.match_indices('@') {
            if at < free {
                continue;
            }
            let before = part(whole, free, at)
                .trim_end_matches(|c: char| is_alphanumeric(c) || matches!(c, '!' | '#'..='\'' | '*' | '+' | '-'..='/' | '=' | '?' | '^'..='`' | '{'..='~'));
            let local = free + before.len();
            let rest = part(whole, at + 1, whole.len());
            let end = rest
                .find(|c: char| !(is_alphanumeric(c) || matches!(c, '.' | '-')))
                .unwrap_or(rest.len());
            let domain = part(rest, 0, end).trim_end_matches(['.', '-']);
            let local_start = part(whole, local, at).trim_start_matches(['.', '\'', '/', '=']);
            let (name, top) = split_top(domain);
            if name.len() > 1 && length(top) > 1 && !local_start.is_empty() {
                free = at + 1 + domain.len();
                let start = at - local_start.len();
                found.push(TextRange::new(word.start + start, word.start + free));
            }
        }
    }
    found
}

/// The parts of `text` between blanks and what never is in a link or an address.
fn words(text: &str) -> impl Iterator<Item = TextRange> {
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '<' | '>'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | '「'
                    | '」'
                    | '（'
                    | '）'
                    | '，'
                    | '。'
                    | '、'
                    | '；'
            )
    };
    text.split(ends).map(move |part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        TextRange::new(start, start + part.len())
    })
}

/// Where `name.tld/path` starts.
fn domain_with_path(lower: &str) -> Option<usize> {
    let slash = lower.find('/')?;
    let host = part(lower, 0, slash);
    let start = host
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        .len();
    let (name, top) = split_top(part(host, start, host.len()));
    let fits = name.len() > 1 && DOMAINS.contains(&top) && lower.len() > slash + 1;
    fits.then_some(start)
}

/// What is up to the last dot, and what is after it.
fn split_top(domain: &str) -> (&str, &str) {
    let name = domain.trim_end_matches(|c| c != '.');
    (name, part(domain, name.len(), domain.len()))
}

/// `range` without the sentence's punctuation at its end, and without a bracket that it does not
/// open.
fn without_punctuation(text: &str, mut range: TextRange) -> TextRange {
    let has = |bracket: char| range.of(text).contains(bracket);
    let (round, square) = (has('('), has('['));
    loop {
        let shown = range.of(text);
        let Some(last) = shown.chars().next_back() else {
            return range;
        };
        let trailing = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_' => true,
            ')' => !round,
            ']' => !square,
            _ => false,
        };
        if !trailing {
            return range;
        }
        range.end -= last.len_utf8();
    }
}

/// Where `needle` first is. By bytes, as the standard library's search is large.
pub(super) fn position(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes()
        .windows(needle.len())
        .position(|window| window == needle.as_bytes())
}
