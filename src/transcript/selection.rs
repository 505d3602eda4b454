//! Infers which labels a transcript uses, once, from the whole of it. Every other `Word:` is
//! speech. `speakers` adds labels that only their alternation reveals.

use super::label_match::LabelMatch;
use super::label_table::{SPEAKER_FIELDS, TEXT_FIELDS};
use super::names::{GroupId, Names, Source};
use super::role::Role;

/// What the label matches say about one group of names.
#[derive(Clone, Copy)]
pub(super) struct Tally {
    pub(super) source: Source,
    /// The role that its name suggests.
    pub(super) own: Role,
    /// Of two groups, the one whose first label match comes first has the lower rank.
    pub(super) rank: usize,
    /// How many turns it leads; how many of its labels are in lower case; how many have a
    /// timestamp.
    pub(super) count: usize,
    pub(super) lower: usize,
    pub(super) timed: usize,
    /// How often it stands between two turns of one selected label (`HUMAN`, `Tom`, `HUMAN`) or
    /// after the last selected label; and how often anywhere else, such as between turns of two
    /// (`BOT`, `Tom`, `HUMAN`).
    pub(super) between: usize,
    pub(super) elsewhere: usize,
    /// The turn that it was last found in, and whether one turn contains it twice.
    pub(super) turn: usize,
    pub(super) is_repeated: bool,
    /// The role of its turns. `None` if it is speech.
    pub(super) selected: Option<Role>,
}

/// The groups of all label matches in their order, and which of the groups are selected.
pub(crate) struct Selection {
    pub(super) order: Vec<GroupId>,
    /// Indexed by group.
    pub(super) tallies: Vec<Tally>,
    /// How many different label matches were counted.
    counted: usize,
}

/// Keeps the label matches of the labels that the transcript uses, and sets their roles.
///
/// `lines` is the number of lines that are not empty. Without it, only known and custom labels
/// count.
pub(crate) fn select(matches: &mut Vec<LabelMatch>, names: &Names, lines: Option<usize>) {
    let order = matches.iter().map(|found| found.group).collect();
    let mut selection = Selection::new(names, order);
    for found in matches.iter() {
        selection.count(found, 1);
    }
    selection.select(names, lines);
    matches.retain_mut(|found| {
        let role = selection.role_of(found);
        found.role = role.unwrap_or(Role::Unknown);
        role.is_some()
    });
}

impl Selection {
    /// A selection for label matches whose groups are `order`. The caller counts them next.
    pub(crate) fn new(names: &Names, order: Vec<GroupId>) -> Self {
        let mut tallies = Vec::with_capacity(names.groups().len());
        for group in names.groups() {
            tallies.push(Tally {
                source: group.source,
                own: group.role,
                rank: usize::MAX,
                count: 0,
                lower: 0,
                timed: 0,
                between: 0,
                elsewhere: 0,
                turn: 0,
                is_repeated: false,
                selected: None,
            });
        }
        Selection {
            order,
            tallies,
            counted: 0,
        }
    }

    /// Counts a label match that appears `times` times. The first matches of the groups must be
    /// counted in the order in which they appear in the transcript.
    pub(crate) fn count(&mut self, found: &LabelMatch, times: usize) {
        self.counted += 1;
        let tally = &mut self.tallies[found.group as usize];
        tally.rank = tally.rank.min(self.counted);
        tally.count += times;
        tally.lower += usize::from(found.is_lower) * times;
        tally.timed += usize::from(found.is_timed()) * times;
    }

    /// Selects labels, once all label matches are counted.
    pub(crate) fn select(&mut self, names: &Names, lines: Option<usize>) {
        if self.are_fields(names) {
            return;
        }
        self.select_labels();
        if let Some(lines) = lines {
            self.select_same_side();
            self.select_words(names, lines);
            self.select_third_speakers(names);
            self.doubt_numbered_side(names);
        }
    }

    /// Whether the labels are the fields of records, as in YAML: `speaker: bot`, then `text: Hi.`
    /// If a label names the bot or the candidate, such lines are speech: a form that is read out.
    fn are_fields(&self, names: &Names) -> bool {
        let count = |fields: &str| {
            let mut counts = fields.split('|').filter_map(|field| {
                let group = names.group_called(field)?;
                Some(self.of(group).count)
            });
            counts.find(|count| *count > 1)
        };
        let has_side = self.tallies.iter().any(|tally| tally.own != Role::Other);
        let speakers = count(SPEAKER_FIELDS).filter(|_| !has_side);
        speakers.is_some() && speakers == count(TEXT_FIELDS)
    }

    /// Adds a second known label for the same side, if it alternates with the only selected one:
    /// `Customer:` and `Candidate:`. They are two speakers, and neither label says which of the two
    /// is the bot.
    fn select_same_side(&mut self) {
        let Some(one) = self.only_selected_side() else {
            return;
        };
        let own = self.of(one).own;
        let mut groups = (0..).zip(&self.tallies);
        let other = groups.find(|(id, tally)| {
            let is_known = matches!(tally.source, Source::Known | Source::Vendor);
            let is_candidate = *id != one && is_known && tally.own == own && tally.count > 1;
            is_candidate && self.alternate(one, *id)
        });
        if let Some((other, _)) = other {
            self.tallies[one as usize].selected = Some(Role::Other);
            self.tallies[other as usize].selected = Some(Role::Other);
        }
    }

    /// `User 1:` and `User 2:` cannot both be the candidate if they are the only speakers.
    fn doubt_numbered_side(&mut self, names: &Names) {
        if let Some(only) = self.only_selected_side()
            && names.count_of_group(only) > 1
        {
            self.tallies[only as usize].selected = Some(Role::Other);
        }
    }

    /// The only selected group, if it is a known label of the bot or the candidate.
    fn only_selected_side(&self) -> Option<GroupId> {
        let groups = (0..).zip(&self.tallies);
        let mut selected = groups.filter(|(_, tally)| tally.selected.is_some());
        let (id, tally) = selected.next()?;
        let is_side = matches!(tally.own, Role::Bot | Role::Human);
        (selected.next().is_none() && is_side && tally.source != Source::Custom).then_some(id)
    }

    /// The role of the turn that a label match leads. `None` if it is speech.
    pub(crate) fn role_of(&self, found: &LabelMatch) -> Option<Role> {
        self.of(found.group).selected
    }

    pub(super) fn of(&self, group: GroupId) -> &Tally {
        &self.tallies[group as usize]
    }

    /// How many turns the labels of this role and source lead.
    fn total(&self, source: Source, role: Role) -> usize {
        let mut total = 0;
        for tally in &self.tallies {
            if tally.source == source && tally.own == role {
                total += tally.count;
            }
        }
        total
    }

    /// Whether some of the selected labels, but fewer than half, are in lower case. Those may be
    /// words in sentences.
    pub(crate) fn has_few_in_lower_case(&self) -> bool {
        let (mut all, mut lower) = (0, 0);
        for tally in self.tallies.iter().filter(|tally| tally.selected.is_some()) {
            all += tally.count;
            lower += tally.lower;
        }
        lower > 0 && lower * 2 < all
    }

    /// Selects among the known and custom labels.
    ///
    /// * If both `BOT` and `HUMAN` lead turns, it selects those. Of the custom labels it adds only
    ///   those for a third person.
    /// * Otherwise it selects the custom labels. For a side that they do not name (bot, human), it
    ///   selects the most frequent label of that side.
    /// * Labels that do not name a side (`Speaker 1`, `Interviewer`) count if a side has no label,
    ///   or if they lead turns again and again.
    fn select_labels(&mut self) {
        let bots = self.total(Source::Vendor, Role::Bot);
        let humans = self.total(Source::Vendor, Role::Human);
        let custom_bots = self.total(Source::Custom, Role::Bot);
        let custom_humans = self.total(Source::Custom, Role::Human);
        let is_vendors = bots > 0 && humans > 0 && bots + humans >= custom_bots + custom_humans;
        for tally in &mut self.tallies {
            let is_side = matches!(tally.own, Role::Bot | Role::Human);
            let fits = match tally.source {
                Source::Vendor => is_vendors,
                Source::Custom => !is_vendors || !is_side,
                Source::Known | Source::Word => false,
            };
            if fits && tally.count > 0 {
                tally.selected = Some(tally.own);
            }
        }
        if is_vendors {
            return;
        }
        let mut bot = (self.most_frequent(Role::Bot, 0)).filter(|_| custom_bots == 0);
        let first_bot = bot.map_or(0, |bot| self.of(bot).rank);
        let mut human = self
            .most_frequent(Role::Human, first_bot)
            .filter(|_| custom_humans == 0);
        if let (Some(one), Some(other)) = (bot, human) {
            if self.is_strange(other, one) {
                human = None;
            } else if self.is_strange(one, other) {
                bot = None;
            }
        }
        let lacks_side =
            (bot.is_none() && custom_bots == 0) || (human.is_none() && custom_humans == 0);
        let other = self.most_frequent(Role::Other, 0).filter(|_| lacks_side);
        let all = self.order.len();
        for (id, tally) in self.tallies.iter_mut().enumerate() {
            let id = Some(id as GroupId);
            let is_known_other = tally.source == Source::Known && tally.own == Role::Other;
            let is_regular = is_known_other && tally.count > 1 && tally.count * 10 >= all;
            if id == bot || id == human || id == other || is_regular {
                tally.selected = Some(tally.own);
            }
        }
    }

    /// The known label of `role` that leads the most turns, or of equals the first after the label of
    /// rank `after`: headings stand above a call. A turn of the vendor's label counts four times.
    fn most_frequent(&self, role: Role, after: usize) -> Option<GroupId> {
        let mut best: Option<(GroupId, &Tally)> = None;
        let mut most = 0;
        for (id, tally) in self.tallies.iter().enumerate() {
            let weight = match tally.source {
                Source::Vendor => tally.count * 4,
                Source::Known => tally.count,
                Source::Custom | Source::Word => 0,
            };
            let order = |tally: &Tally| (tally.rank < after, tally.rank);
            let is_first =
                best.is_some_and(|(_, best)| weight == most && order(tally) < order(best));
            if tally.own == role && (weight > most || is_first) {
                most = weight;
                best = Some((id as GroupId, tally));
            }
        }
        best.map(|(id, _)| id)
    }

    /// Whether a label is speech, and not the other side of `known`. Such a label is rare:
    /// `User: admin`, said once by a bot that gets no answer. Or it is less frequent than the
    /// vendor's label and does not alternate with it: `Assistant: or a person?` among the lines of
    /// `HUMAN:`.
    fn is_strange(&self, label: GroupId, known: GroupId) -> bool {
        let (rare, frequent) = (self.of(label), self.of(known));
        let is_vendors = frequent.source == Source::Vendor && rare.source != Source::Vendor;
        rare.count * 8 < frequent.count
            || (is_vendors && rare.count * 2 < frequent.count && !self.alternate(label, known))
    }
}

/// Whether the selected label matches are credible, although other text opens the transcript: there
/// are several speakers, or one label of the vendor (or custom) that does not look like a word in a
/// sentence.
pub(crate) fn is_credible(matches: &[LabelMatch]) -> bool {
    let mut is_cased = false;
    for found in matches {
        let is_named = matches!(found.source, Source::Vendor | Source::Custom);
        if is_named && !found.is_lower {
            return true;
        }
        is_cased |= !found.is_lower;
    }
    is_cased && has_several_speakers(matches)
}

/// Whether the label matches have more than one speaker.
pub(crate) fn has_several_speakers(matches: &[LabelMatch]) -> bool {
    let Some(first) = matches.first() else {
        return false;
    };
    let is_other = |found: &LabelMatch| {
        found.group != first.group || (found.is_numbered && found.name != first.name)
    };
    matches.iter().any(is_other)
}
