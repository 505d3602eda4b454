//! A position in a text that moves forward, one character or pattern at a time.

/// The part of a text from `start` to `end`. It is empty if that is not a range of whole
/// characters, which is a bug: debug builds panic.
///
/// One function, because every slice in the code would add its own panic to the wasm.
#[inline(never)]
pub(crate) fn part(text: &str, start: usize, end: usize) -> &str {
    let part = text.get(start..end);
    debug_assert!(part.is_some(), "{start}..{end} is no range of the text");
    part.unwrap_or_default()
}

/// The character that starts at byte `at`.
#[inline(never)]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at byte `at`.
#[inline(never)]
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Reads a text from a position on. Every `eat…` moves past what it finds and returns whether it
/// found anything.
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
        part(self.text, self.at, self.text.len())
    }

    /// The text from `start` to here.
    pub(crate) fn since(&self, start: usize) -> &'t str {
        part(self.text, start, self.at)
    }

    pub(crate) fn peek(&self) -> Option<char> {
        char_at(self.text, self.at)
    }

    /// The character before the cursor.
    pub(crate) fn before(&self) -> Option<char> {
        char_before(self.text, self.at)
    }

    /// Moves past one character.
    pub(crate) fn bump(&mut self) {
        self.eat_if(|_| true);
    }

    /// Goes back to an earlier position.
    pub(crate) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Runs a parser, and goes back if it finds nothing.
    #[inline(never)]
    pub(crate) fn attempt<T>(&mut self, parse: fn(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = parse(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    // A function pointer instead of a generic parameter, which would be compiled again for each of
    // the many callers.
    #[inline(never)]
    pub(crate) fn eat_if(&mut self, fits: fn(char) -> bool) -> Option<char> {
        let found = self.peek().filter(|found| fits(*found))?;
        self.at += found.len_utf8();
        Some(found)
    }

    /// Moves past up to `most` characters that fit, and returns how many there were.
    #[inline(never)]
    pub(crate) fn eat_while(&mut self, fits: fn(char) -> bool, most: usize) -> usize {
        let mut count = 0;
        while count < most && self.eat_if(fits).is_some() {
            count += 1;
        }
        count
    }

    /// Whether the next character fits.
    #[inline(never)]
    pub(crate) fn is_before(&self, fits: fn(char) -> bool) -> bool {
        self.peek().is_some_and(fits)
    }

    #[inline(never)]
    pub(crate) fn eat(&mut self, expected: char) -> bool {
        let fits = self.peek() == Some(expected);
        self.at += if fits { expected.len_utf8() } else { 0 };
        fits
    }

    /// Eats one character of `set`.
    #[inline(never)]
    pub(crate) fn eat_one_of(&mut self, set: &str) -> Option<char> {
        set.chars().find(|one| self.eat(*one))
    }

    /// Eats `expected` in any ASCII case.
    #[inline(never)]
    pub(crate) fn eat_str(&mut self, expected: &str) -> bool {
        let start = self.at;
        for letter in expected.chars() {
            match self.peek() {
                Some(found) if found.eq_ignore_ascii_case(&letter) => self.bump(),
                _ => {
                    self.at = start;
                    return false;
                }
            }
        }
        true
    }

    /// Moves past up to `most` repetitions of `letter`, and returns how many there were.
    #[inline(never)]
    pub(crate) fn eat_run(&mut self, letter: char, most: usize) -> usize {
        let mut count = 0;
        while count < most && self.eat(letter) {
            count += 1;
        }
        count
    }

    /// The number that up to `most` ASCII digits make. `most` is at most 9, so that the number
    /// fits.
    #[inline(never)]
    pub(crate) fn eat_number(&mut self, most: usize) -> Option<u32> {
        debug_assert!(most <= 9, "it may not fit");
        let start = self.at;
        let mut number = 0;
        while self.at < start + most
            && let Some(digit) = self.eat_if(|found| found.is_ascii_digit())
        {
            number = number * 10 + (digit as u32 - '0' as u32);
        }
        (self.at > start).then_some(number)
    }
}
