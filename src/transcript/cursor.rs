//! A position in a text that moves forward, one character or pattern at a time.

/// Reads a text from a position on. Every `eat…` moves past what it found and says whether it did.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor at byte `at`, which is a character boundary.
    pub(crate) fn new(text: &'t str, at: usize) -> Self {
        debug_assert!(text.is_char_boundary(at), "{at} is within a character");
        Cursor { text, at }
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The text from here on.
    pub(crate) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The text from `start` to here.
    pub(crate) fn since(&self, start: usize) -> &'t str {
        &self.text[start..self.at]
    }

    pub(crate) fn peek_byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(crate) fn peek(&self) -> Option<char> {
        match self.peek_byte()? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.rest().chars().next(),
        }
    }

    /// The character before the cursor.
    pub(crate) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    pub(crate) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    pub(crate) fn eat_if(&mut self, fits: impl Fn(char) -> bool) -> Option<char> {
        let found = self.peek().filter(|found| fits(*found))?;
        self.at += found.len_utf8();
        Some(found)
    }

    pub(crate) fn eat(&mut self, expected: char) -> bool {
        self.eat_if(|found| found == expected).is_some()
    }

    pub(crate) fn eat_str(&mut self, expected: &str) -> bool {
        let fits = self.rest().as_bytes().starts_with(expected.as_bytes());
        self.at += if fits { expected.len() } else { 0 };
        fits
    }

    /// Eats `expected` in any ASCII case.
    pub(crate) fn eat_word(&mut self, expected: &str) -> bool {
        let found = self.rest().as_bytes().get(..expected.len());
        let fits = found.is_some_and(|found| found.eq_ignore_ascii_case(expected.as_bytes()));
        self.at += if fits { expected.len() } else { 0 };
        fits
    }

    /// How many of `letter` follow one another here, `most` at most; moves past them.
    pub(crate) fn eat_run(&mut self, letter: char, most: usize) -> usize {
        (0..most).take_while(|_| self.eat(letter)).count()
    }

    /// The number made of up to `most` ASCII digits.
    pub(crate) fn eat_number(&mut self, most: usize) -> Option<u32> {
        let start = self.at;
        let is_digit = |found: char| found.is_ascii_digit();
        for _ in 0..most {
            if self.eat_if(is_digit).is_none() {
                break;
            }
        }
        self.since(start).parse().ok()
    }
}
