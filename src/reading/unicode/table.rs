//! Tables of characters as bytes: what differs between neighbours, as LEB128 numbers. It is the
//! form that compresses best of those tried.

/// Numbers from bytes; 0 past their end.
pub(super) struct Numbers(pub(super) &'static [u8]);

impl Numbers {
    #[inline(never)]
    pub(super) fn next(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 0x7F) << shift;
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    /// Numbers for negative ones as well: 0, −1, 1, −2, …
    pub(super) fn next_signed(&mut self) -> i32 {
        let number = self.next();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }

    /// How many, and then each.
    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.next()).map(|_| read(self)).collect()
    }
}

/// Characters that stand for others.
pub(super) struct Mapping(Vec<Run>);

/// Characters one after another, or every other one, that stand for characters as far from them, or
/// for the same one.
struct Run {
    first: u32,
    last: u32,
    /// 1 or 2.
    step: u32,
    /// How far, or which.
    to: i32,
}

impl Mapping {
    /// Reads the runs: the gap before each, its length and step, and how `to` differs from the run
    /// before.
    pub(super) fn read(bytes: &'static [u8]) -> Self {
        let mut numbers = Numbers(bytes);
        let mut free = 0;
        let mut to = 0;
        Mapping(numbers.list(|numbers| {
            let first = free + numbers.next();
            let length = numbers.next();
            let step = 1 + (length & 1);
            to += numbers.next_signed();
            let last = first + (length >> 1) * step;
            free = last + 1;
            Run {
                first,
                last,
                step,
                to,
            }
        }))
    }

    /// Finds the run that has `letter`, and gives its `to`.
    pub(super) fn get(&self, letter: char) -> Option<i32> {
        let code = letter as u32;
        let after = self.0.partition_point(|run| run.last < code);
        let run = self.0.get(after)?;
        let is_in = code >= run.first && (code - run.first).is_multiple_of(run.step);
        is_in.then_some(run.to)
    }
}
