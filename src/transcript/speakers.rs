//! Infers speakers whose labels are in no table from the way they alternate with others.

use super::label_table::{QUESTION_AND_ANSWER, THIRD_PARTIES, has_item};
use super::names::{GroupId, Names, Source};
use super::role::Role;
use super::selection::Selection;

impl Selection {
    /// Adds speakers whose names are in no table: a name that alternates with the only selected
    /// label, or two names that alternate with one another.
    pub(super) fn select_words(&mut self, names: &Names, lines: usize) {
        let (mut words, mut known) = (Vec::new(), Vec::new());
        let mut turns = 0;
        // `Candidate: Bo Lee` and `Recruiter: Ruth` are headings if a call between names follows.
        let (mut are_headings, mut last, mut first) = (true, 0, usize::MAX);
        for (id, tally) in self.tallies.iter().enumerate() {
            if tally.selected.is_some() {
                known.push(id as GroupId);
                are_headings &= tally.count == 1 && tally.source != Source::Custom;
                last = last.max(tally.rank);
            } else if tally.source == Source::Word && tally.count > 1 {
                words.push(id as GroupId);
                turns += tally.count;
                first = first.min(tally.rank);
            }
        }
        let is_pair = matches!(*words, [one, other] if self.alternate(one, other));
        if is_pair && are_headings && last < first && turns >= 3 * known.len() {
            for heading in &known {
                self.tallies[*heading as usize].selected = None;
            }
            known.clear();
        }
        let (first, second) = match *known {
            [] if self.select_questions(names) || self.select_timed() => return,
            [] => {
                let lead_every_line =
                    words.len() > 1 && words.len() <= 8 && turns > 3 && turns == lines;
                (words, is_pair || lead_every_line)
            }
            [known] => self.second_speakers(known, words),
            _ => return,
        };
        for word in first {
            if second {
                self.tallies[word as usize].selected = Some(Role::Other);
            }
        }
    }

    /// The word that alternates with the label `known`, or several words that do so together; and
    /// whether there are any.
    fn second_speakers(&self, known: GroupId, words: Vec<GroupId>) -> (Vec<GroupId>, bool) {
        let mut single = Vec::new();
        for word in &words {
            let tally = self.of(*word);
            // A word in lower case beside a capitalised label needs more evidence.
            let is_word = tally.lower > 0 && self.of(known).lower == 0;
            if tally.count > 1 + usize::from(is_word) && self.alternate(known, *word) {
                single.push(*word);
            }
        }
        if single.len() == 1 {
            return (single, true);
        }
        let side = |group| match group == known {
            true => Some(false),
            false => words.contains(&group).then_some(true),
        };
        let fits = words.len() > 1 && self.take_turns(90, &side);
        (words, fits)
    }

    /// Selects `Q:` and `A:`, in the letters or words of some language, if they alternate from the
    /// first line on.
    fn select_questions(&mut self, names: &Names) -> bool {
        let groups = self.order.iter().copied();
        let mut groups = groups.filter(|group| self.of(*group).source == Source::Word);
        let Some(question) = groups.next() else {
            return false;
        };
        let Some(answer) = groups.find(|group| *group != question) else {
            return false;
        };
        let mut pair = names.group(question).key.clone();
        pair.push(' ');
        pair.push_str(&names.group(answer).key);
        let is_pair = has_item(QUESTION_AND_ANSWER, &pair) && self.alternate(question, answer);
        if is_pair {
            self.tallies[question as usize].selected = Some(Role::Bot);
            self.tallies[answer as usize].selected = Some(Role::Human);
        }
        is_pair
    }

    /// Selects any number of names, if nearly all of them have timestamps.
    fn select_timed(&mut self) -> bool {
        let timed: usize = self.tallies.iter().map(|tally| tally.timed).sum();
        let fits = timed > 1 && timed * 10 >= self.order.len() * 9;
        for tally in &mut self.tallies {
            if fits && tally.timed > 0 {
                tally.selected = Some(Role::Other);
            }
        }
        fits
    }

    /// Adds further speakers beside two that are selected: a label that answers one speaker again
    /// and again, such as a recruiter who joins the call; one that follows two of three turns, such
    /// as an interpreter; one in capitals, if all selected labels are; and `System:`, `Interpreter:`.
    pub(super) fn select_third_speakers(&mut self, names: &Names) {
        let (mut speakers, mut turns, mut capitalised, mut capitals) = (0, 0, 0, 0);
        for (id, tally) in self.tallies.iter().enumerate() {
            if tally.selected.is_some() {
                speakers += 1;
                turns += tally.count;
                capitalised += usize::from(tally.lower == 0);
                capitals += usize::from(names.is_in_capitals(id as GroupId));
            }
        }
        if speakers < 2 {
            return;
        }
        self.count_answers();
        for (id, tally) in self.tallies.iter_mut().enumerate() {
            let group = id as GroupId;
            let is_word = tally.lower > 0 && capitalised > 0;
            if tally.selected.is_some() || tally.count < 2 || is_word || tally.is_repeated {
                continue;
            }
            // The first turn may follow the one who put the call through.
            let known = usize::from(tally.source == Source::Known);
            let answers_one =
                tally.between + known > 1 && tally.elsewhere <= known.max(tally.between / 2);
            let follows_most = tally.count > 3 && tally.count * 3 >= turns * 2;
            let is_in_capitals = capitals == speakers && names.is_in_capitals(group);
            let is_listed = has_item(THIRD_PARTIES, &names.group(group).key);
            if answers_one || follows_most || is_in_capitals || is_listed {
                tally.selected = Some(Role::Other);
            }
        }
    }

    /// Counts the positions of the groups that are not selected.
    fn count_answers(&mut self) {
        let mut before = None;
        // The index at which the turn of the last selected label starts.
        let mut start = 0;
        for at in 0..=self.order.len() {
            let next = self.order.get(at).copied();
            if let Some(group) = next
                && self.of(group).selected.is_none()
            {
                let tally = &mut self.tallies[group as usize];
                tally.is_repeated |= tally.turn == start + 1;
                tally.turn = start + 1;
                continue;
            }
            let is_between = before.is_some() && (next.is_none() || before == next);
            for group in self.order.get(start..at).unwrap_or_default() {
                let tally = &mut self.tallies[*group as usize];
                tally.between += usize::from(is_between);
                tally.elsewhere += usize::from(!is_between);
            }
            before = next;
            start = at + 1;
        }
    }

    /// Whether two groups alternate.
    pub(super) fn alternate(&self, one: GroupId, other: GroupId) -> bool {
        self.take_turns(75, &|group| side(group, one, other))
    }

    /// Whether two sides alternate: a turn of the other side follows at least `percent` percent of
    /// their turns.
    fn take_turns(&self, percent: usize, side: &dyn Fn(GroupId) -> Option<bool>) -> bool {
        let mut last = None;
        let (mut changes, mut steps) = (0, 0);
        for group in &self.order {
            let side = side(*group);
            if side.is_some() {
                steps += usize::from(last.is_some());
                changes += usize::from(last.is_some() && last != side);
                last = side;
            }
        }
        steps > 0 && changes * 100 >= steps * percent
    }
}

fn side(group: GroupId, one: GroupId, other: GroupId) -> Option<bool> {
    (group == one || group == other).then_some(group == other)
}
