//! Which labels a transcript has. They are inferred once and then held: every other `Word:` is
//! speech.

use super::chars::{blank, invisible, line_break};
use super::labels::{BOT, HUMAN, LabelId, Labels, OWN, Role, SPEAKER};
use super::marks::{Mark, sweep};

/// Leaves out the marks of all labels but those that the transcript has, inferred from where they
/// stand.
///
/// * Where both `BOT` and `HUMAN` do, it is they, and beside them only the caller's labels for
///   somebody who is neither.
/// * Else it is the caller's labels, and for a side they do not name (bot, human) the most
///   frequent label of that side.
/// * Labels that do not say whose they are (`Speaker 1`, `Interviewer`) count only where a side
///   has no label.
pub(crate) fn hold(marks: &mut Vec<Mark>, labels: &Labels) {
    // Known ones are few and counted in place, the caller's own by role.
    let mut counts = [0; OWN as usize];
    let mut own = [0; 4];
    for mark in marks.iter() {
        match counts.get_mut(mark.id as usize) {
            Some(count) => *count += 1,
            None => own[usize::from(labels.role(mark.id).code()) & 3] += 1,
        }
    }
    let vendors = (count(&counts, BOT), count(&counts, HUMAN));
    let vendor = vendors.0 > 0 && vendors.1 > 0 && vendors.0 + vendors.1 >= own[0] + own[1];
    // The labels held; `OWN` stands for none.
    let mut bot = BOT;
    let mut human = HUMAN;
    let mut other = OWN;
    if !vendor {
        let held = |role: Role| match own[usize::from(role.code()) & 3] {
            0 => most_frequent(marks, &counts, labels, role),
            _ => OWN,
        };
        bot = held(Role::Bot);
        human = held(Role::Human);
        // `User: admin`, said once by a bot that nobody answers, is not the other side.
        let (bots, humans) = (count(&counts, bot), count(&counts, human));
        if bot == BOT && humans * 8 < bots {
            human = OWN;
        } else if human == HUMAN && bots * 8 < humans {
            bot = OWN;
        }
        if (bot == OWN && own[0] == 0) || (human == OWN && own[1] == 0) {
            other = held(Role::Other);
        }
    }
    for mark in marks.iter_mut() {
        mark.speech = if mark.id >= OWN {
            vendor && labels.role(mark.id).code() < 2
        } else {
            mark.id != bot && mark.id != human && mark.id != other
        };
    }
    sweep(marks);
}

fn count(counts: &[usize], id: LabelId) -> usize {
    counts.get(id as usize).copied().unwrap_or_default()
}

/// The label of `role` that leads most lines, or `OWN`; of equals the first. The vendor's count
/// four times.
fn most_frequent(marks: &[Mark], counts: &[usize], labels: &Labels, role: Role) -> LabelId {
    let mut best = OWN;
    let mut most = 0;
    for mark in marks {
        let mut weight = count(counts, mark.id);
        if mark.id <= HUMAN {
            weight *= 4;
        }
        if weight > most && labels.role(mark.id) == role {
            most = weight;
            best = mark.id;
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
