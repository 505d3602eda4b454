//! The words of a call and its questions, and which of them are forms of the same word.

use std::collections::HashMap;

/// All words that occur, indexed by their folded text.
#[derive(Default)]
pub(super) struct Vocabulary {
    indices: HashMap<String, usize>,
    words: Vec<Word>,
    /// The words with the same first or last letters, to find forms of the same word.
    neighbours: HashMap<(Affix, [char; AFFIX]), Vec<usize>>,
}

/// The number of letters that forms of a word must share, at the start or at the end.
const AFFIX: usize = 3;
/// The most words with a common affix that are compared.
const MOST_NEIGHBOURS: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Affix {
    First,
    Last,
}

struct Word {
    letters: Vec<char>,
    /// The word's weight independent of the call.
    prior: f64,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn prior(&self, word: usize) -> f64 {
        self.words[word].prior
    }

    /// The index of a folded word, which is added where it is new. `prior` computes its prior weight.
    pub(super) fn index_of(&mut self, folded: String, prior: impl FnOnce(&[char]) -> f64) -> usize {
        if let Some(index) = self.indices.get(&folded) {
            return *index;
        }
        let index = self.words.len();
        let letters: Vec<char> = folded.chars().collect();
        if let (Some(first), Some(last)) = (letters.first_chunk(), letters.last_chunk()) {
            for (affix, letters) in [(Affix::First, *first), (Affix::Last, *last)] {
                let neighbours = self.neighbours.entry((affix, letters)).or_default();
                if neighbours.len() < MOST_NEIGHBOURS {
                    neighbours.push(index);
                }
            }
        }
        let prior = prior(&letters);
        self.words.push(Word { letters, prior });
        self.indices.insert(folded, index);
        index
    }

    /// The words that look like forms of `word`, and their similarity, 0 to 1. They share most
    /// letters at the start (the endings differ) or at the end (the prefixes differ, as in Arabic).
    pub(super) fn forms(&self, word: usize) -> Vec<(usize, f64)> {
        let letters = &self.words[word].letters;
        let mut forms = Vec::new();
        let (Some(first), Some(last)) = (letters.first_chunk(), letters.last_chunk()) else {
            return forms;
        };
        for (affix, key) in [(Affix::First, *first), (Affix::Last, *last)] {
            for other in self.neighbours.get(&(affix, key)).into_iter().flatten() {
                let others = &self.words[*other].letters;
                let longest = letters.len().max(others.len()) as f64;
                let (shared, least) = match affix {
                    Affix::First => (common_length(letters.iter(), others.iter()), 0.6),
                    Affix::Last => (
                        common_length(letters.iter().rev(), others.iter().rev()),
                        0.7,
                    ),
                };
                let alike = shared as f64 / longest;
                if *other != word && alike >= least {
                    forms.push((*other, alike));
                }
            }
        }
        forms
    }
}

/// The number of equal items at the start.
fn common_length<'a>(
    one: impl Iterator<Item = &'a char>,
    other: impl Iterator<Item = &'a char>,
) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}
