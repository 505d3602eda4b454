//! Which labels a transcript uses. They are inferred once, from the whole of it; every other
//! `Word:` is speech.

use super::characters::{Syntax, eat_line_break, eat_space, is_invisible};
use super::cursor::Cursor;
use super::label_match::LabelMatch;
use super::label_table::QUESTION_AND_ANSWER;
use super::names::{GroupId, Names, Source};
use super::role::Role;

/// The selected labels and their roles.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Selection {
    /// By group: the role of its turns, or nothing where it is speech.
    roles: Vec<Option<Role>>,
}

impl Selection {
    fn none(names: &Names) -> Selection {
        Selection {
            roles: vec![None; names.groups().len()],
        }
    }

    fn select(&mut self, group: GroupId, role: Role) {
        self.roles[group as usize] = Some(role);
    }

    fn select_group(&mut self, group: GroupId, names: &Names) {
        self.select(group, names.group(group).role);
    }

    fn is_empty(&self) -> bool {
        self.roles.iter().all(Option::is_none)
    }

    /// The role of the turns with this label; nothing where it is speech.
    pub(crate) fn role(&self, found: &LabelMatch, names: &Names) -> Option<Role> {
        let group = names.group_of(found.name) as usize;
        self.roles.get(group).copied().flatten()
    }

    /// The only group that is selected.
    fn only(&self) -> Option<GroupId> {
        let mut selected = (0..self.roles.len()).filter(|group| self.roles[*group].is_some());
        let only = selected.next()?;
        selected.next().is_none().then_some(only as GroupId)
    }
}

/// How often each group leads a turn.
struct Counts(Vec<usize>);

impl Counts {
    fn new(matches: &[LabelMatch], names: &Names) -> Counts {
        let mut counts = vec![0; names.groups().len()];
        for found in matches {
            counts[names.group_of(found.name) as usize] += 1;
        }
        Counts(counts)
    }

    fn of(&self, group: GroupId) -> usize {
        self.0[group as usize]
    }

    fn total(&self, names: &Names, fits: impl Fn(Source, Role) -> bool) -> usize {
        let groups = names.groups().iter().zip(&self.0);
        groups
            .filter(|(group, _)| fits(group.source, group.role))
            .map(|(_, count)| count)
            .sum()
    }
}

/// Selects among the labels that are known or custom.
///
/// * Where both `BOT` and `HUMAN` lead turns, it is they, and beside them only the custom labels
///   for a third person.
/// * Else it is the custom labels, and for a side they do not name (bot, human) the most frequent
///   label of that side.
/// * Labels that do not say whose they are (`Speaker 1`, `Interviewer`) count where a side has no
///   label, or where they lead turns again and again.
pub(crate) fn select_labels(matches: &[LabelMatch], names: &Names) -> Selection {
    let counts = Counts::new(matches, names);
    let mut selection = Selection::none(names);
    let vendors = |role| counts.total(names, |source, own| source == Source::Vendor && own == role);
    let customs = |role| counts.total(names, |source, own| source == Source::Custom && own == role);
    let (bots, humans) = (vendors(Role::Bot), vendors(Role::Human));
    let is_vendors =
        bots > 0 && humans > 0 && bots + humans >= customs(Role::Bot) + customs(Role::Human);
    for (id, group) in names.groups().iter().enumerate() {
        let id = id as GroupId;
        let is_third = matches!(group.role, Role::Other | Role::Unknown);
        let fits = match group.source {
            Source::Vendor => is_vendors,
            Source::Custom => !is_vendors || is_third,
            Source::Known | Source::Word => false,
        };
        if fits && counts.of(id) > 0 {
            selection.select_group(id, names);
        }
    }
    if is_vendors {
        return selection;
    }
    let first_of = |role| match customs(role) {
        0 => most_frequent(matches, &counts, names, role),
        _ => None,
    };
    let mut bot = first_of(Role::Bot);
    let mut human = first_of(Role::Human);
    if let (Some(one), Some(other)) = (bot, human) {
        // `User: admin`, said once by a bot that nobody answers, is not the other side.
        let (bots, humans) = (counts.of(one), counts.of(other));
        if humans * 8 < bots {
            human = None;
        } else if bots * 8 < humans {
            bot = None;
        } else if let Some(stranger) = stranger(one, other, matches, &counts, names) {
            bot = bot.filter(|group| *group != stranger);
            human = human.filter(|group| *group != stranger);
        }
    }
    for group in [bot, human].into_iter().flatten() {
        selection.select_group(group, names);
    }
    let lacks_side = (bot.is_none() && customs(Role::Bot) == 0)
        || (human.is_none() && customs(Role::Human) == 0);
    let most = names.groups().len();
    let others = (0..most as GroupId).filter(|id| {
        let group = names.group(*id);
        group.source == Source::Known && group.role == Role::Other
    });
    let first = most_frequent(matches, &counts, names, Role::Other);
    for group in others {
        let is_regular = counts.of(group) > 1 && counts.of(group) * 10 >= matches.len();
        if (lacks_side && first == Some(group)) || is_regular {
            selection.select_group(group, names);
        }
    }
    selection
}

/// Of two labels the one that is not of the vendor, where the other is, leads few turns and takes
/// no turns with it: `Assistant: or a person?` among many lines of `HUMAN:`.
fn stranger(
    bot: GroupId,
    human: GroupId,
    matches: &[LabelMatch],
    counts: &Counts,
    names: &Names,
) -> Option<GroupId> {
    let is_vendors = |group| names.group(group).source == Source::Vendor;
    let (vendors, stranger) = match (is_vendors(bot), is_vendors(human)) {
        (true, false) => (bot, human),
        (false, true) => (human, bot),
        _ => return None,
    };
    let is_rare = counts.of(stranger) * 2 < counts.of(vendors);
    let takes_turns = alternation(&[vendors], &[stranger], matches, names) >= 0.75;
    (is_rare && !takes_turns).then_some(stranger)
}

/// The known label of `role` that leads most turns; of equals the first. The vendor's count four
/// times.
fn most_frequent(
    matches: &[LabelMatch],
    counts: &Counts,
    names: &Names,
    role: Role,
) -> Option<GroupId> {
    let mut best = None;
    let mut most = 0;
    for found in matches {
        let id = names.group_of(found.name);
        let group = names.group(id);
        let weight = match group.source {
            Source::Vendor => counts.of(id) * 4,
            Source::Known => counts.of(id),
            Source::Custom | Source::Word => continue,
        };
        if weight > most && group.role == role {
            most = weight;
            best = Some(id);
        }
    }
    best
}

/// Adds the speakers that no table knows: a name that takes turns with the one label that is
/// selected, or two names that take turns with one another. `lines` is how many lines have
/// anything on them.
pub(crate) fn select_words(
    selection: &mut Selection,
    matches: &[LabelMatch],
    names: &Names,
    lines: usize,
) {
    let counts = Counts::new(matches, names);
    let words: Vec<GroupId> = (0..names.groups().len() as GroupId)
        .filter(|id| names.group(*id).source == Source::Word && counts.of(*id) > 1)
        .collect();
    if let Some(known) = selection.only() {
        for word in second_speakers(known, &words, matches, names) {
            selection.select(word, Role::Other);
        }
    } else if selection.is_empty() {
        select_names(selection, &words, matches, names, lines);
    }
}

/// The word that takes turns with the label `known`; or several, where all of them together do.
fn second_speakers(
    known: GroupId,
    words: &[GroupId],
    matches: &[LabelMatch],
    names: &Names,
) -> Vec<GroupId> {
    let is_known_lower = matches
        .iter()
        .find(|found| names.group_of(found.name) == known)
        .is_some_and(|found| found.is_lower);
    let of = |group: GroupId| {
        matches
            .iter()
            .filter(move |found| names.group_of(found.name) == group)
    };
    let fits = |word: &GroupId| {
        // A word in lower case beside a capitalised label takes more to be believed.
        let least = if !is_known_lower && of(*word).any(|found| found.is_lower) {
            3
        } else {
            2
        };
        of(*word).count() >= least && alternation(&[known], &[*word], matches, names) >= 0.75
    };
    let alternating: Vec<GroupId> = words.iter().copied().filter(fits).collect();
    match alternating.len() {
        1 => alternating,
        _ if words.len() > 1 && alternation(&[known], words, matches, names) >= 0.9 => {
            words.to_vec()
        }
        _ => Vec::new(),
    }
}

/// Two names that take turns; any number of names that all have timestamps, or that lead every
/// line there is.
fn select_names(
    selection: &mut Selection,
    words: &[GroupId],
    matches: &[LabelMatch],
    names: &Names,
    lines: usize,
) {
    let group_of = |found: &LabelMatch| names.group_of(found.name);
    if let Some((question, answer)) = question_and_answer(matches, names) {
        selection.select(question, Role::Bot);
        selection.select(answer, Role::Human);
        return;
    }
    let is_timed = |found: &LabelMatch| found.time.is_some() || found.above.is_some();
    let timed = matches.iter().filter(|found| is_timed(found)).count();
    if timed > 1 && timed * 10 >= matches.len() * 9 {
        for found in matches.iter().filter(|found| is_timed(found)) {
            selection.select(group_of(found), Role::Other);
        }
        return;
    }
    let all = matches
        .iter()
        .filter(|found| words.contains(&group_of(found)))
        .count();
    let is_pair = matches!(words, [one, other]
        if alternation(&[*one], &[*other], matches, names) >= 0.75);
    let lead_every_line = words.len() > 1 && words.len() <= 8 && all >= 4 && all == lines;
    if is_pair || lead_every_line {
        for word in words {
            selection.select(*word, Role::Other);
        }
    }
}

/// `Q:` and `A:`, in the letters or words of some language, where they take turns from the first.
fn question_and_answer(matches: &[LabelMatch], names: &Names) -> Option<(GroupId, GroupId)> {
    let question = names.group_of(matches.first()?.name);
    let answer = matches
        .iter()
        .map(|found| names.group_of(found.name))
        .find(|group| *group != question)?;
    let keys = (&*names.group(question).key, &*names.group(answer).key);
    let is_known = QUESTION_AND_ANSWER.contains(&keys);
    let takes_turns = alternation(&[question], &[answer], matches, names) >= 0.75;
    (is_known && takes_turns).then_some((question, answer))
}

/// How regularly two sides take turns: 1 where each turn of one is followed by one of the other.
fn alternation(one: &[GroupId], other: &[GroupId], matches: &[LabelMatch], names: &Names) -> f64 {
    let sides = matches.iter().filter_map(|found| {
        let group = names.group_of(found.name);
        match () {
            () if one.contains(&group) => Some(false),
            () if other.contains(&group) => Some(true),
            () => None,
        }
    });
    let mut last = None;
    let (mut changes, mut steps) = (0_u32, 0_u32);
    for side in sides {
        if let Some(last) = last {
            steps += 1;
            changes += u32::from(last != side);
        }
        last = Some(side);
    }
    match steps {
        0 => 0.0,
        _ => f64::from(changes) / f64::from(steps),
    }
}

/// Whether the selected label matches are enough to believe in.
///
/// A single label is, if it opens the transcript, or is the vendor's (or custom) and does not look
/// like a word in a sentence.
pub(crate) fn is_credible(text: &str, matches: &[LabelMatch], names: &Names) -> bool {
    let Some(first) = matches.first() else {
        return false;
    };
    if opens(text, first.start) {
        return true;
    }
    let source = |found: &LabelMatch| names.group(names.group_of(found.name)).source;
    let is_named = matches
        .iter()
        .any(|found| matches!(source(found), Source::Vendor | Source::Custom) && !found.is_lower);
    let is_cased = matches.iter().any(|found| !found.is_lower);
    is_named || (is_cased && has_several_speakers(matches, names))
}

/// Whether there is nothing before `start` that could have been said.
pub(crate) fn opens(text: &str, start: usize) -> bool {
    let mut cursor = Cursor::new(&text[..start], 0);
    while eat_space(&mut cursor, Syntax::Html)
        || eat_line_break(&mut cursor, Syntax::Html)
        || eat_line_break(&mut cursor, Syntax::Escaped)
        || cursor.eat_if(|c| is_invisible(c) || c == '"').is_some()
    {}
    cursor.is_at_end()
}

/// Whether two label matches are of one speaker: the same name, or for labels without numbers that
/// count the same label.
pub(crate) fn is_same_speaker(one: &LabelMatch, other: &LabelMatch) -> bool {
    one.name == other.name
}

/// Whether not all label matches are of the speaker of the first.
pub(crate) fn has_several_speakers(matches: &[LabelMatch], names: &Names) -> bool {
    let group = |found: &LabelMatch| names.group_of(found.name);
    matches.iter().any(|found| {
        let first = &matches[0];
        group(found) != group(first)
            || (names.group(group(found)).is_numbered && !is_same_speaker(first, found))
    })
}
