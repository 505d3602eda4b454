//! Which labels a transcript has. They are inferred once and then held: every other `Word:` is
//! speech.

use super::chars::{blank, invisible, line_break};
use super::labels::{BOT, HUMAN, LabelId, Labels, OWN, Role, SPEAKER};
use super::marks::{Mark, sweep};

/// The labels held.
struct Held {
    bot: Option<LabelId>,
    human: Option<LabelId>,
    /// A label that does not say whose it is, where one of the two above is missing.
    other: Option<LabelId>,
    /// Which of the caller's own count, by their role's code.
    own: [bool; 4],
}

impl Held {
    fn has(&self, id: LabelId, labels: &Labels) -> bool {
        if id >= OWN {
            return self.own[usize::from(labels.role(id).code()) & 3];
        }
        Some(id) == self.bot || Some(id) == self.human || Some(id) == self.other
    }
}

/// Leaves out the marks of all labels but those that the transcript has.
pub(crate) fn hold(marks: &mut Vec<Mark>, labels: &Labels) {
    let held = infer(marks, labels);
    for mark in marks.iter_mut() {
        mark.speech = !held.has(mark.id, labels);
    }
    sweep(marks);
}

/// Infers the labels from where they stand.
///
/// * Where both `BOT` and `HUMAN` do, it is they, and beside them only the caller's labels for
///   somebody who is neither.
/// * Else it is the caller's labels, and for a side they do not name (bot, human) the most
///   frequent label of that side.
/// * Labels that do not say whose they are (`Speaker 1`, `Interviewer`) count only where a side
///   has no label.
fn infer(marks: &[Mark], labels: &Labels) -> Held {
    // Known ones are few and counted in place, the caller's own by role.
    let mut counts = [0_usize; OWN as usize];
    let mut own = [0_usize; 4];
    for mark in marks {
        match counts.get_mut(mark.id as usize) {
            Some(count) => *count += 1,
            None => own[usize::from(labels.role(mark.id).code()) & 3] += 1,
        }
    }
    let vendors = (counts[BOT as usize], counts[HUMAN as usize]);
    let owned = own[0] + own[1];
    if vendors.0 > 0 && vendors.1 > 0 && vendors.0 + vendors.1 >= owned {
        return Held {
            bot: Some(BOT),
            human: Some(HUMAN),
            other: None,
            own: [false, false, true, true],
        };
    }
    let mut held = Held {
        bot: None,
        human: None,
        other: None,
        own: [true; 4],
    };
    if own[0] == 0 {
        held.bot = most_frequent(marks, &counts, labels, Role::Bot);
    }
    if own[1] == 0 {
        held.human = most_frequent(marks, &counts, labels, Role::Human);
    }
    // `User: admin`, said once by a bot that nobody answers, is not the other side.
    if let (Some(bot), Some(human)) = (held.bot, held.human) {
        let (bots, humans) = (counts[bot as usize], counts[human as usize]);
        if bot == BOT && humans * 8 < bots {
            held.human = None;
        } else if human == HUMAN && bots * 8 < humans {
            held.bot = None;
        }
    }
    let has_bot = held.bot.is_some() || own[0] > 0;
    let has_human = held.human.is_some() || own[1] > 0;
    if !(has_bot && has_human) && own[2] == 0 {
        held.other = most_frequent(marks, &counts, labels, Role::Other);
    }
    held
}

/// The label of `role` that leads most lines; of equals the first. The vendor's count four times.
fn most_frequent(marks: &[Mark], counts: &[usize], labels: &Labels, role: Role) -> Option<LabelId> {
    let mut best = None;
    let mut most = 0;
    for mark in marks {
        let Some(count) = counts.get(mark.id as usize) else {
            continue;
        };
        let weight = if mark.id <= HUMAN { *count * 4 } else { *count };
        if weight > most && labels.role(mark.id) == role {
            most = weight;
            best = Some(mark.id);
        }
    }
    best
}

/// Whether the marks that are held are enough to believe in.
///
/// A single label is, if it opens the transcript, or is the vendor's (or the caller's) and does
/// not look like a word in a sentence.
pub(crate) fn credible(bytes: &[u8], marks: &[Mark]) -> bool {
    let Some(first) = marks.first() else {
        return false;
    };
    if opens(bytes, first.start) {
        return true;
    }
    let named = marks
        .iter()
        .any(|mark| (mark.id <= HUMAN || mark.id >= OWN) && !mark.lower);
    let several = marks
        .iter()
        .any(|mark| mark.id != first.id || (mark.id == SPEAKER && mark.start != first.start));
    named || (several && marks.iter().any(|mark| !mark.lower))
}

/// Whether there is nothing before `start` that anybody could have said.
pub(crate) fn opens(bytes: &[u8], start: usize) -> bool {
    let mut at = 0;
    while at < start {
        let taken = blank(bytes, at) + line_break(bytes, at, true) + invisible(bytes, at);
        if taken == 0 {
            return false;
        }
        at += taken;
    }
    true
}
