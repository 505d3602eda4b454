//! How near what the bot says comes to a question.

use super::super::offsets::{TextRange, length};
use super::super::stats::is_question_mark;

use super::EvidenceSpan;
use super::REPEATED;
use super::tokens::Call;
use super::vocabulary::Token;

/// A place where a question may have been asked.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) question: usize,
    pub(super) first: EvidenceSpan,
    /// The other half, if it is split over two turns.
    pub(super) second: Option<EvidenceSpan>,
    /// 1 for the question's own words, alone.
    pub(super) score: f64,
}

impl Candidate {
    /// The turns it is in.
    pub(super) fn turns(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first.turn).chain(self.second.map(|span| span.turn))
    }
}

/// How many sentences one question may take.
const SENTENCES: usize = 3;
/// More words than that in a row are no question.
const LONGEST: usize = 300;

/// Every place that comes near `question`; the best one of each turn, and of each pair of turns.
pub(super) fn candidates(call: &Call<'_>, question: usize) -> Vec<Candidate> {
    let Some(matcher) = Matcher::new(call, question) else {
        return Vec::new();
    };
    let mut found: Vec<Candidate> = Vec::new();
    let mut before: Option<usize> = None;
    for turn in 0..call.turns.len() {
        if !call.asks(turn) {
            continue;
        }
        let single = best(&matcher, turn);
        let alone = single.as_ref().map_or(0.0, |candidate| candidate.score);
        if let Some(first) = before.filter(|first| continues(call, *first, turn)) {
            let earlier = found
                .iter()
                .rev()
                .find(|other| other.first.turn == first && other.second.is_none())
                .map_or(0.0, |other| other.score);
            // Two halves must make a better whole.
            if let Some(both) = split(&matcher, first, turn)
                && both.score > alone.max(earlier) + 0.05
            {
                found.push(both);
            }
        }
        found.extend(single);
        before = Some(turn);
    }
    found
}

/// Whether nothing but a brief word of the other stands between two turns.
fn continues(call: &Call<'_>, first: usize, second: usize) -> bool {
    second - first <= 2 && (first + 1..second).all(|between| call.is_brief(between))
}

/// The best run of sentences of one turn.
fn best(matcher: &Matcher<'_, '_>, turn: usize) -> Option<Candidate> {
    let words = &matcher.call.turns[turn];
    let mut best: Option<Candidate> = None;
    for first in 0..words.sentences.len() {
        for last in first..words.sentences.len().min(first + SENTENCES) {
            let (from, to) = (words.sentences[first].from, words.sentences[last].to);
            if to - from > LONGEST {
                break;
            }
            let asks = words.sentences[first..=last]
                .iter()
                .any(|sentence| sentence.asks);
            let rest = words.sentences.len() - 1 - last;
            let score = matcher.score(&words.tokens[from..to], asks) - 0.02 * rest.min(3) as f64;
            // A sentence more must be worth it.
            let bar = best
                .as_ref()
                .map_or(REPEATED, |best| best.score + 0.02 * (last - first) as f64);
            if score >= bar {
                best = Some(Candidate {
                    question: matcher.question,
                    first: span(turn, &words.tokens[from..to]),
                    second: None,
                    score,
                });
            }
        }
    }
    best
}

/// The end of one turn and the beginning of the next, as one question.
fn split(matcher: &Matcher<'_, '_>, first: usize, second: usize) -> Option<Candidate> {
    let (one, other) = (&matcher.call.turns[first], &matcher.call.turns[second]);
    let head = one.sentences.last()?;
    let tail = other.sentences.first()?;
    // Which is no split: a whole question, and after it another.
    if head.asks {
        return None;
    }
    let head_tokens = &one.tokens[head.from..head.to];
    let tail_tokens = &other.tokens[tail.from..tail.to];
    if head_tokens.len() + tail_tokens.len() > LONGEST {
        return None;
    }
    // Both halves must say something of it; `What is your` is nothing but the half of it.
    if !matcher.covers(head_tokens) || !matcher.touches(tail_tokens) {
        return None;
    }
    let both: Vec<Token> = head_tokens.iter().chain(tail_tokens).copied().collect();
    let score = matcher.score(&both, tail.asks) - 0.02;
    (score >= REPEATED).then(|| Candidate {
        question: matcher.question,
        first: span(first, head_tokens),
        second: Some(span(second, tail_tokens)),
        score,
    })
}

/// From the first of the tokens to the last.
fn span(turn: usize, tokens: &[Token]) -> EvidenceSpan {
    let start = tokens.first().map_or(0, |token| token.range.start);
    let end = tokens.last().map_or(start, |token| token.range.end);
    EvidenceSpan {
        turn,
        range: TextRange::new(start, end),
    }
}

/// One question, ready to be compared.
struct Matcher<'c, 'a> {
    call: &'c Call<'a>,
    question: usize,
    tokens: &'c [Token],
    /// For each token of the question and each word of the vocabulary, in percent, how well the
    /// word stands for the token.
    fits: Vec<u8>,
    /// The weight of all the question's words.
    total: f64,
    /// The words of other questions, which tell them from this one.
    others: Vec<bool>,
    /// The question ends with a question mark.
    asks: bool,
}

impl<'c, 'a> Matcher<'c, 'a> {
    fn new(call: &'c Call<'a>, question: usize) -> Option<Self> {
        let tokens = call.questions[question].as_slice();
        let total: f64 = tokens
            .iter()
            .map(|token| call.words[token.word].weight)
            .sum();
        if tokens.is_empty() || total <= 0.0 {
            return None;
        }
        let size = call.words.len();
        let mut fits = vec![0_u8; tokens.len() * size];
        for (token, fits) in tokens.iter().zip(fits.chunks_mut(size)) {
            let own = &call.words[token.word];
            for (word, fit) in call.words.iter().zip(fits) {
                if word.pair == own.pair {
                    *fit = fit_of(&own.text, &word.text, word.pair || token.name);
                }
            }
        }
        let mut others = vec![false; size];
        for (other, words) in call.questions.iter().enumerate() {
            if other != question && !call.same_question(other, question) {
                for token in words {
                    others[token.word] = true;
                }
            }
        }
        for place in 0..tokens.len() {
            for (word, other) in others.iter_mut().enumerate() {
                *other &= fits[place * size + word] == 0;
            }
        }
        let text = call.rows[question].question.as_deref().unwrap_or_default();
        Some(Matcher {
            call,
            question,
            tokens,
            fits,
            total,
            others,
            asks: text.trim_end().ends_with(is_question_mark),
        })
    }

    fn weight(&self, token: &Token) -> f64 {
        self.call.words[token.word].weight
    }

    fn fit(&self, place: usize, token: &Token) -> f64 {
        f64::from(self.fits[place * self.call.words.len() + token.word]) / 100.0
    }

    /// Whether the tokens have a word of the question that tells something.
    fn touches(&self, said: &[Token]) -> bool {
        (0..self.tokens.len()).any(|place| {
            self.tells(&self.tokens[place]) && said.iter().any(|token| self.fit(place, token) > 0.0)
        })
    }

    /// Whether the tokens touch the question, or have hardly any words but the question's.
    fn covers(&self, said: &[Token]) -> bool {
        let fits =
            |token: &&Token| (0..self.tokens.len()).any(|place| self.fit(place, token) > 0.0);
        let own = said.iter().filter(fits).count();
        self.touches(said) || (own >= 2 && own * 3 >= said.len() * 2)
    }

    /// Whether a word tells more than that a question is asked.
    fn tells(&self, token: &Token) -> bool {
        self.call.words[token.word].tells
    }

    /// How near `said` comes to the question: 1 for its own words and nothing else.
    fn score(&self, said: &[Token], asks: bool) -> f64 {
        // Whatever the order: how much of the question is there.
        let mut best = vec![0.0_f64; self.tokens.len()];
        let mut used = vec![false; said.len()];
        let mut bag = 0.0;
        let mut telling = 0;
        for (place, best) in best.iter_mut().enumerate() {
            for (token, used) in said.iter().zip(&mut used) {
                let fit = self.fit(place, token);
                *used |= fit > 0.0;
                *best = best.max(fit);
            }
            bag += *best * self.weight(&self.tokens[place]);
            telling += usize::from(*best > 0.0 && self.tells(&self.tokens[place]));
        }
        bag /= self.total;
        if bag < 0.4 {
            return 0.0;
        }
        let (ordered, pairs) = self.align(said);
        let substituted = self.substituted(said, &pairs, &best, &used);
        let matched: f64 = said
            .iter()
            .zip(&used)
            .filter(|(_, used)| **used)
            .map(|(token, _)| self.weight(token))
            .sum();
        let all: f64 = said.iter().map(|token| self.weight(token)).sum();
        let density = if all > 0.0 { matched / all } else { 0.0 };

        let mut score = 0.5 * bag + 0.5 * ordered;
        match substituted {
            Some(weight) => score -= 0.7 * weight / self.total,
            // Another question with most of its words in common.
            None => score = score.min(0.35),
        }
        // Little said of much: a list of topics, or what the candidate has said, told again.
        score *= 0.7 + 0.3 * (density / 0.5).min(1.0);
        if self.asks && self.call.punctuated && !asks {
            score -= 0.2;
        }
        // `Why Rust?`, or any other question of one telling word, must be all that is said.
        let few = match self
            .tokens
            .first()
            .map(|token| self.call.words[token.word].pair)
        {
            Some(true) => telling < 3,
            _ => telling < 2,
        };
        // Its words in its order, though, need not be all.
        let verbatim = bag > 0.99 && ordered > 0.99 && self.tokens.len() >= 4 && density > 0.25;
        if few && density < 0.6 && !verbatim {
            score = score.min(0.35);
        }
        score
    }

    /// The heaviest common subsequence: its weight as a share of the question's, and the pairs of
    /// places in the question and in what was said.
    fn align(&self, said: &[Token]) -> (f64, Vec<(usize, usize)>) {
        let width = said.len() + 1;
        let mut table = vec![0.0_f64; (self.tokens.len() + 1) * width];
        for place in (0..self.tokens.len()).rev() {
            let weight = self.weight(&self.tokens[place]);
            for at in (0..said.len()).rev() {
                let fit = self.fit(place, &said[at]);
                let skip = table[(place + 1) * width + at].max(table[place * width + at + 1]);
                let both = match fit > 0.0 {
                    true => table[(place + 1) * width + at + 1] + fit * weight,
                    false => 0.0,
                };
                table[place * width + at] = skip.max(both);
            }
        }
        let mut pairs = Vec::new();
        let (mut place, mut at) = (0, 0);
        while place < self.tokens.len() && at < said.len() {
            let here = table[place * width + at];
            if here == table[(place + 1) * width + at] {
                place += 1;
            } else if here == table[place * width + at + 1] {
                at += 1;
            } else {
                pairs.push((place, at));
                place += 1;
                at += 1;
            }
        }
        (table[0] / self.total, pairs)
    }

    /// The weight of the question's words in whose place something else was said; `None` if that
    /// makes it another question: a name is not there, or a word of another question is.
    fn substituted(
        &self,
        said: &[Token],
        pairs: &[(usize, usize)],
        best: &[f64],
        used: &[bool],
    ) -> Option<f64> {
        // A name is missing, and there is another: `Java` for `Python`, wherever it stands.
        let missing_name = (0..self.tokens.len()).any(|place| {
            best[place] == 0.0 && self.tokens[place].name && self.tells(&self.tokens[place])
        });
        let another = |(token, used): (&Token, &bool)| {
            !used && self.tells(token) && (token.name || self.others[token.word])
        };
        if missing_name && said.iter().zip(used).any(another) {
            return None;
        }
        let mut sum = 0.0;
        let mut from = (0, 0);
        let ends = [(self.tokens.len(), said.len())];
        for (place, at) in pairs.iter().chain(&ends) {
            let missing = |place: &usize| best[*place] == 0.0 && self.tells(&self.tokens[*place]);
            let asked: Vec<usize> = (from.0..*place).filter(missing).collect();
            let instead: Vec<&Token> = (from.1..*at)
                .filter(|at| !used[*at])
                .map(|at| &said[at])
                .filter(|token| self.tells(token))
                .collect();
            from = (*place + 1, *at + 1);
            // Where something is put in between, one pair of characters is missing: that is no word.
            let pair = |place: &usize| self.call.words[self.tokens[*place].word].pair;
            let least = if asked.first().is_some_and(pair) {
                2
            } else {
                1
            };
            if asked.len() < least || instead.is_empty() {
                continue;
            }
            // `50` may well be said as `fifty`.
            let another_name = instead.iter().any(|token| token.name);
            let named = asked.iter().any(|place| {
                let token = &self.tokens[*place];
                let number = self.call.words[token.word]
                    .text
                    .starts_with(char::is_numeric);
                token.name && (another_name || !number)
            });
            let other = instead.iter().any(|token| self.others[token.word]);
            if named || other {
                return None;
            }
            let asked: f64 = asked
                .iter()
                .map(|place| self.weight(&self.tokens[*place]))
                .sum();
            let instead: f64 = instead.iter().map(|token| self.weight(token)).sum();
            sum += asked.min(instead);
        }
        Some(sum)
    }
}

/// In percent, how well `other` stands for `own`: 100 for the same word, 85 for another form of it.
fn fit_of(own: &str, other: &str, exact: bool) -> u8 {
    if own == other {
        return 100;
    }
    if exact {
        return 0;
    }
    let (one, two) = (length(own), length(other));
    let common = own
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.max(two);
    if common >= 4 && (longest - common <= 3 || common * 100 >= longest * 65) {
        return 85;
    }
    // Korean words change their ends; these are parts of syllables.
    if own.starts_with(|c| matches!(c, '\u{1100}'..='\u{1112}'))
        && common >= 4
        && longest - common <= 6
    {
        return 85;
    }
    // The article and the like are written with the word in Arabic and Hebrew.
    let semitic = own.starts_with(|c| matches!(c, '\u{590}'..='\u{6FF}'));
    if semitic
        && one.min(two) >= 3
        && one.abs_diff(two) <= 2
        && (own.ends_with(other) || other.ends_with(own))
    {
        return 85;
    }
    0
}
