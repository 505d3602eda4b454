//! Collects a transcript's turns, and how they were found.

use super::range::TextRange;
use super::role::Role;
use super::shape::Shape;
use super::timestamps::Time;
use super::turn::Turn;

/// A transcript's turns and how they were found.
pub(crate) struct Reading {
    pub(crate) shape: Shape,
    pub(crate) turns: Vec<Turn>,
    /// How many timestamps there are, including those that run backwards.
    pub(crate) times: usize,
    /// There is more around labels than spaces and a colon.
    pub(crate) is_decorated: bool,
    latest: Option<Time>,
}

impl Reading {
    pub(crate) fn new(shape: Shape) -> Self {
        Reading {
            shape,
            turns: Vec::new(),
            times: 0,
            is_decorated: false,
            latest: None,
        }
    }

    /// Adds a turn. A time earlier than one before it is left out.
    #[inline(never)]
    pub(crate) fn push(
        &mut self,
        role: Role,
        label: Option<TextRange>,
        text: TextRange,
        time: Option<Time>,
    ) {
        self.times += usize::from(time.is_some());
        let time_in_order = time.filter(|_| time >= self.latest);
        self.latest = time_in_order.or(self.latest);
        self.turns.push(Turn {
            index: self.turns.len(),
            role,
            label,
            text,
            start_time: time_in_order.map(Time::seconds),
        });
    }
}
