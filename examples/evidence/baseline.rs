//! What a user would write: the cosine of word TF-IDF vectors, and the human turns that follow.

use crate::corpus::Call;
use ninjahire_calls::reading::evidence::{Evidence, EvidenceBasis, EvidenceSpan};
use ninjahire_calls::transcript::{Role, Spoken, TextRange};
use std::collections::HashMap;

/// Links each question to the bot's sentence with the highest cosine, if that is at least `threshold`.
pub fn link(call: &Call, threshold: f64) -> Vec<Evidence> {
    let turns = call.turns();
    let sentences: Vec<(usize, Vec<String>)> = turns
        .iter()
        .enumerate()
        .filter(|(_, turn)| turn.role == Role::Bot)
        .flat_map(|(index, turn)| {
            let sentences = turn
                .text
                .split_inclusive(['.', '?', '!', '。', '？', '؟', '।', ';']);
            sentences.map(move |sentence| (index, words(sentence)))
        })
        .collect();
    let questions: Vec<Vec<String>> = call
        .rows
        .iter()
        .map(|row| words(row.question.as_deref().unwrap_or_default()))
        .collect();
    let mut counts: HashMap<&str, f64> = HashMap::new();
    let documents = || sentences.iter().map(|(_, words)| words).chain(&questions);
    for words in documents() {
        let mut unique: Vec<&str> = words.iter().map(String::as_str).collect();
        unique.sort_unstable();
        unique.dedup();
        for word in unique {
            *counts.entry(word).or_default() += 1.0;
        }
    }
    let total = documents().count() as f64;
    let weigh = |words: &[String]| -> HashMap<String, f64> {
        let mut vector = HashMap::new();
        for word in words {
            *vector.entry(word.clone()).or_insert(0.0) +=
                ((1.0 + total) / (1.0 + counts.get(word.as_str()).unwrap_or(&0.0))).ln() + 1.0;
        }
        vector
    };
    let sentences: Vec<_> = sentences
        .iter()
        .map(|(turn, words)| (*turn, weigh(words)))
        .collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (question, words) in questions.iter().enumerate() {
        let vector = weigh(words);
        for (turn, sentence) in &sentences {
            pairs.push((cosine(&vector, sentence), question, *turn));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut linked = vec![false; questions.len()];
    let mut taken = vec![false; turns.len()];
    let mut evidence = Vec::new();
    for (score, question, turn) in pairs {
        if score >= threshold && !linked[question] && !taken[turn] {
            linked[question] = true;
            taken[turn] = true;
            let answers =
                (turn + 1..turns.len()).take_while(|next| turns[*next].role == Role::Human);
            evidence.push(Evidence {
                question,
                asks: vec![span(&turns, turn)],
                answers: answers.map(|next| span(&turns, next)).collect(),
                basis: EvidenceBasis::Question,
                ask_confidence: score.min(1.0),
                answer_confidence: score.min(1.0),
                confidence: score.min(1.0),
            });
        }
    }
    evidence
}

fn span(turns: &[Spoken<'_>], turn: usize) -> EvidenceSpan {
    let range = TextRange::new(0, turns[turn].text.len());
    EvidenceSpan {
        turn,
        range,
        utf16: range,
    }
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn cosine(one: &HashMap<String, f64>, other: &HashMap<String, f64>) -> f64 {
    let dot: f64 = one
        .iter()
        .map(|(word, weight)| weight * other.get(word).unwrap_or(&0.0))
        .sum();
    let length = |vector: &HashMap<String, f64>| {
        vector
            .values()
            .map(|weight| weight * weight)
            .sum::<f64>()
            .sqrt()
    };
    match length(one) * length(other) {
        0.0 => 0.0,
        lengths => dot / lengths,
    }
}
