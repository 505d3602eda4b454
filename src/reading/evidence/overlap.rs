//! Measures how much of one text is in another.

use super::vocabulary::Vocabulary;
use super::words::{Token, Words};
use std::collections::HashMap;

/// In the search for the best part of a text: the share of its weight that an unmatched word costs.
const GAP: f64 = 0.45;

/// The cost of the end of a sentence: about that of a word of average weight.
const SENTENCE_END: f64 = 1.0;

/// The words of a question or a response, to be found in turns.
pub(super) struct Query {
    tokens: Vec<Token>,
    /// For each word that is one of `tokens` or a form of one: the index of the token, and the similarity,
    /// 0 to 1.
    matches: HashMap<usize, (usize, f64)>,
    total: f64,
}

/// The overlap of a query with a part of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Overlap {
    /// The share of the query that is in the part, by weight.
    pub(super) cover: f64,
    /// The share of the part that is in the query, by weight.
    pub(super) precision: f64,
    /// The share of the query's neighbouring words that are neighbours in the part too.
    pub(super) order: f64,
    /// The weight of the query's weightiest word that is missing, relative to its weightiest word.
    pub(super) missing: f64,
    /// The weight of the weightiest word found.
    pub(super) heaviest: f64,
    /// The part, as a range of tokens.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Overlap {
    /// The harmonic mean of both shares.
    pub(super) fn score(&self) -> f64 {
        match self.cover + self.precision {
            0.0 => 0.0,
            sum => 2.0 * self.cover * self.precision / sum,
        }
    }
}

impl Query {
    pub(super) fn new(words: &Words, vocabulary: &Vocabulary, weights: &[f64]) -> Query {
        let mut matches = HashMap::new();
        for (index, token) in words.tokens.iter().enumerate() {
            matches.entry(token.word).or_insert((index, 1.0));
        }
        for token in &words.tokens {
            let (index, _) = matches[&token.word];
            for (form, alike) in vocabulary.forms(token.word) {
                let best = matches.entry(form).or_insert((index, alike));
                if best.1 < alike {
                    *best = (index, alike);
                }
            }
        }
        Query {
            total: words.tokens.iter().map(|token| weights[token.word]).sum(),
            tokens: words.tokens.clone(),
            matches,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The overlap with the best part of a turn. That is the part with the highest weight of
    /// matched words, minus the cost of the other words and of the ends of sentences.
    pub(super) fn best_part(&self, words: &Words, weights: &[f64]) -> Overlap {
        let mut sentences = words.sentences.iter().skip(1).peekable();
        let tokens = &words.tokens;
        let (mut best, mut best_range) = (0.0, (0, 0));
        let (mut sum, mut start) = (0.0, 0);
        for (index, token) in tokens.iter().enumerate() {
            let weight = weights[token.word];
            if sentences
                .next_if(|sentence| sentence.start == index)
                .is_some()
            {
                sum -= SENTENCE_END;
                if sum <= 0.0 {
                    (sum, start) = (0.0, index);
                }
            }
            sum += match self.matches.get(&token.word) {
                Some((_, alike)) => weight * alike,
                None => -GAP * weight,
            };
            if sum <= 0.0 {
                (sum, start) = (0.0, index + 1);
            } else if sum > best {
                (best, best_range) = (sum, (start, index + 1));
            }
        }
        self.overlap(tokens, best_range.0, best_range.1, weights)
    }

    /// The overlap with all of `tokens`.
    pub(super) fn whole(&self, tokens: &[Token], weights: &[f64]) -> Overlap {
        self.overlap(tokens, 0, tokens.len(), weights)
    }

    fn overlap(&self, tokens: &[Token], start: usize, end: usize, weights: &[f64]) -> Overlap {
        let part = &tokens[start..end];
        if part.is_empty() || self.total <= 0.0 {
            return Overlap {
                missing: 1.0,
                ..Overlap::default()
            };
        }
        // For each token, the similarity of the best form that was found.
        let mut found = vec![0.0_f64; self.tokens.len()];
        let (mut matched, mut all, mut neighbours, mut heaviest) = (0.0, 0.0, 0, 0.0_f64);
        let mut before = None;
        for token in part {
            let weight = weights[token.word];
            all += weight;
            let hit = self.matches.get(&token.word).copied();
            if let Some((index, alike)) = hit {
                matched += weight * alike;
                heaviest = heaviest.max(weight * alike);
                found[index] = found[index].max(alike);
            }
            let index = hit.map(|(index, _)| index);
            if let (Some(before), Some(index)) = (before, index)
                && index == before + 1
            {
                neighbours += 1;
            }
            before = index;
        }
        let (mut covered, mut heaviest_of_all, mut missing) = (0.0, 0.0_f64, 0.0_f64);
        for token in &self.tokens {
            let weight = weights[token.word];
            // A word that is twice in the query needs to be found only once.
            let share = self
                .matches
                .get(&token.word)
                .map_or(0.0, |(index, _)| found[*index]);
            covered += weight * share;
            heaviest_of_all = heaviest_of_all.max(weight);
            missing = missing.max(weight * (1.0 - share));
        }
        let pairs = (self.tokens.len() - 1).max(1);
        Overlap {
            cover: covered / self.total,
            precision: if all > 0.0 { matched / all } else { 0.0 },
            order: f64::from(neighbours).min(pairs as f64) / pairs as f64,
            missing: missing / heaviest_of_all.max(f64::MIN_POSITIVE),
            heaviest,
            start,
            end,
        }
    }
}
