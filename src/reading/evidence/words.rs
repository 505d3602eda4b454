//! The words of a call and its questions, and how much each says.

use super::super::folding::fold;
use super::super::spoken::Spoken;
use super::super::stats::{is_greek, is_question_mark};
use crate::assessment::QuestionRow;
use crate::transcript::{Role, TextRange};
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

/// A question has no more words than this, and a response no more than twice as many. What is longer
/// is cut, so that no single field takes long.
const MOST_TOKENS: usize = 200;

/// One word; in scripts without spaces between words, one pair of neighbouring characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its index in the vocabulary.
    pub(super) word: usize,
    /// Where it is in its text, in bytes.
    pub(super) range: TextRange,
}

/// A sentence, as a range of tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    pub(super) start: usize,
    pub(super) end: usize,
    /// It ends with a question mark.
    pub(super) asks: bool,
}

/// A text in tokens.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

impl Words {
    /// Whether a sentence that has part in the tokens `start..end` ends with a question mark.
    pub(super) fn asks_in(&self, start: usize, end: usize) -> bool {
        self.sentences
            .iter()
            .any(|sentence| sentence.asks && sentence.start < end && start < sentence.end)
    }

    /// Whether any sentence ends with a question mark.
    pub(super) fn asks(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.asks)
    }

    /// Whether every sentence ends with a question mark.
    pub(super) fn only_asks(&self) -> bool {
        !self.sentences.is_empty() && self.sentences.iter().all(|sentence| sentence.asks)
    }

    /// Whether the last sentence ends with a question mark.
    pub(super) fn ends_asking(&self) -> bool {
        self.sentences.last().is_some_and(|sentence| sentence.asks)
    }
}

/// All words that occur, by their folded text.
#[derive(Default)]
pub(super) struct Vocabulary {
    indices: HashMap<String, usize>,
    words: Vec<Word>,
    /// Words that share their first or last letters, to find forms of one word.
    neighbours: HashMap<(Affix, [char; AFFIX]), Vec<usize>>,
}

/// How many letters forms of one word share at least, at its start or its end.
const AFFIX: usize = 3;
/// How many words with a common affix are compared at most.
const MOST_NEIGHBOURS: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Affix {
    First,
    Last,
}

struct Word {
    letters: Vec<char>,
    /// How much it says whatever the call.
    prior: f64,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn prior(&self, word: usize) -> f64 {
        self.words[word].prior
    }

    fn index(&mut self, folded: String, prior: impl FnOnce(&[char]) -> f64) -> usize {
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

    /// The words that look like forms of `word`, and how alike they are, 0 to 1. They share most of
    /// their letters at the start (endings differ) or at the end (prefixes differ, as in Arabic).
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
                    Affix::First => (common(letters.iter(), others.iter()), 0.6),
                    Affix::Last => (common(letters.iter().rev(), others.iter().rev()), 0.7),
                };
                let alike = shared as f64 / longest;
                if *other != word && alike >= least {
                    forms.push((*other, alike));
                }
            }
        }
        forms
    }

    /// Splits `text` into words, `most` at most.
    pub(super) fn words(&mut self, text: &str, most: usize) -> Words {
        let mut tokens: Vec<Token> = Vec::new();
        // The character of a script without spaces that ends where the next word starts.
        let mut last: Option<TextRange> = None;
        let mut paired = false;
        for (at, word) in text.unicode_word_indices() {
            if tokens.len() >= most {
                break;
            }
            if !word.starts_with(is_unspaced) {
                self.push_single(text, &mut tokens, last.take().filter(|_| !paired));
                self.push_word(&mut tokens, at, word);
                continue;
            }
            for (inside, cluster) in word.grapheme_indices(true) {
                let range = TextRange::new(at + inside, at + inside + cluster.len());
                match last {
                    Some(before) if before.end == range.start => {
                        let pair = TextRange::new(before.start, range.end);
                        let written = &text[pair.start..pair.end];
                        let word = self.index(fold(written), |_| pair_prior(written));
                        tokens.push(Token { word, range: pair });
                        paired = true;
                    }
                    _ => {
                        self.push_single(text, &mut tokens, last.filter(|_| !paired));
                        paired = false;
                    }
                }
                last = Some(range);
            }
        }
        self.push_single(text, &mut tokens, last.filter(|_| !paired));
        let sentences = sentences(text, &tokens);
        Words { tokens, sentences }
    }

    /// A character that has no neighbour to make a pair with.
    fn push_single(&mut self, text: &str, tokens: &mut Vec<Token>, range: Option<TextRange>) {
        if let Some(range) = range {
            let word = self.index(fold(&text[range.start..range.end]), |_| 0.5);
            tokens.push(Token { word, range });
        }
    }

    /// A word, or the words that an apostrophe joins.
    fn push_word(&mut self, tokens: &mut Vec<Token>, at: usize, word: &str) {
        let mut start = at;
        for piece in word.split(['\'', '’']) {
            let range = TextRange::new(start, start + piece.len());
            start = range.end
                + word[range.end - at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let folded = fold(piece);
            if !folded.is_empty() {
                let word = self.index(folded, word_prior);
                tokens.push(Token { word, range });
            }
        }
    }
}

fn common<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

/// Short words are mostly those that only connect others: in any language the words that are used
/// most are the shortest (Zipf's law of abbreviation). Numbers say much, however short.
fn word_prior(letters: &[char]) -> f64 {
    if letters.iter().any(|letter| letter.is_numeric()) {
        return 1.0;
    }
    match letters.len() {
        0 | 1 => 0.15,
        2 => 0.3,
        3 => 0.5,
        4 => 0.75,
        _ => 1.0,
    }
}

/// A pair of Hiragana is mostly an ending or a particle.
fn pair_prior(pair: &str) -> f64 {
    let hiragana = |letter| matches!(letter, '\u{3040}'..='\u{309F}' | 'ー');
    match pair.chars().all(hiragana) {
        true => 0.35,
        false => 0.8,
    }
}

/// Scripts that write words without spaces between them.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Splits a text's tokens at the ends of its sentences.
fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let gap_end = next.map_or(text.len(), |next| next.range.start);
        let gap = text.get(token.range.end..gap_end).unwrap_or_default();
        let greek = text[..token.range.end].ends_with(is_greek);
        // Armenian puts its question mark on a vowel inside the word.
        let asks = gap.contains(is_question_mark)
            || greek && gap.contains(';')
            || text[token.range.start..token.range.end].contains('\u{55E}');
        let ends = asks
            || next.is_none()
            || gap.contains(['!', '。', '！', '．', '।', '॥', '۔', '։', '።', '\n'])
            || gap.contains(['.', '…', ';']) && gap.contains(char::is_whitespace);
        if ends {
            sentences.push(Sentence {
                start,
                end: index + 1,
                asks,
            });
            start = index + 1;
        }
    }
    sentences
}

/// Everything there is to compare.
pub(super) struct Call<'a> {
    pub(super) spoken: &'a [Spoken<'a>],
    pub(super) turns: Vec<Words>,
    pub(super) questions: Vec<Words>,
    pub(super) responses: Vec<Words>,
    pub(super) vocabulary: Vocabulary,
    /// How much each word says among what is asked, and among what is answered.
    pub(super) ask_weights: Vec<f64>,
    pub(super) answer_weights: Vec<f64>,
    /// Whoever asks does so with question marks.
    pub(super) punctuated: bool,
    has_bot: bool,
}

impl<'a> Call<'a> {
    pub(super) fn new(spoken: &'a [Spoken<'a>], rows: &'a [QuestionRow]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut call = Call {
            spoken,
            turns: spoken
                .iter()
                .map(|turn| vocabulary.words(turn.text, usize::MAX))
                .collect(),
            questions: rows
                .iter()
                .map(|row| {
                    let question = row.question.as_deref().unwrap_or_default();
                    vocabulary.words(without_number(question), MOST_TOKENS)
                })
                .collect(),
            responses: rows
                .iter()
                .map(|row| {
                    let response = row.response.as_deref().unwrap_or_default();
                    vocabulary.words(response, 2 * MOST_TOKENS)
                })
                .collect(),
            ask_weights: Vec::new(),
            answer_weights: Vec::new(),
            punctuated: false,
            has_bot: spoken.iter().any(|turn| turn.role == Role::Bot),
            vocabulary,
        };
        call.punctuated = call.asks_with_marks();
        let (asking, answering): (Vec<usize>, Vec<usize>) =
            (0..call.turns.len()).partition(|turn| call.may_ask(*turn));
        call.ask_weights = call.weights(&asking, &call.questions);
        call.answer_weights = call.weights(&answering, &call.responses);
        call
    }

    /// Whether the turn is of whoever asks: the bot, or, where nobody is known to be it, a speaker
    /// whose label says nothing.
    pub(super) fn may_ask(&self, turn: usize) -> bool {
        match self.spoken[turn].role {
            Role::Bot => true,
            Role::Other => !self.has_bot,
            Role::Human | Role::Unknown => false,
        }
    }

    /// Whether the speaker of `turn` can answer what was asked in turn `asked`.
    pub(super) fn may_answer(&self, turn: usize, asked: usize) -> bool {
        let (one, other) = (&self.spoken[turn], &self.spoken[asked]);
        one.role == Role::Human || (one.role == Role::Other && !one.same_speaker(other))
    }

    /// Whether the turn is no more than `Sorry, what was that?`.
    pub(super) fn is_brief(&self, turn: usize) -> bool {
        self.length(turn) <= 36
    }

    /// Whether the turn is no more than `Mm-hm.`
    pub(super) fn says_little(&self, turn: usize) -> bool {
        self.length(turn) <= 12
    }

    /// How many letters a turn has. A character of a script without spaces, or a syllable of Hangul,
    /// says as much as three.
    pub(super) fn length(&self, turn: usize) -> usize {
        let letters = self.spoken[turn]
            .text
            .chars()
            .filter(|letter| letter.is_alphanumeric());
        letters
            .map(
                |letter| match is_unspaced(letter) || matches!(letter, '\u{AC00}'..='\u{D7A3}') {
                    true => 3,
                    false => 1,
                },
            )
            .sum()
    }

    /// Whether two rows ask the same, word for word.
    pub(super) fn same_question(&self, one: usize, other: usize) -> bool {
        let words = |question: usize| {
            self.questions[question]
                .tokens
                .iter()
                .map(|token| token.word)
        };
        !self.questions[one].tokens.is_empty() && words(one).eq(words(other))
    }

    /// Whether many turns that are answered, of whoever asks, have a question mark. Where nothing is
    /// answered, as on a voicemail, whether there is any punctuation.
    fn asks_with_marks(&self) -> bool {
        let answered = (0..self.turns.len().saturating_sub(1))
            .filter(|turn| self.may_ask(*turn) && self.may_answer(turn + 1, *turn));
        let (marked, all) = answered.fold((0, 0), |(marked, all), turn| {
            (marked + usize::from(self.turns[turn].asks()), all + 1)
        });
        if all == 0 {
            let ends = ['.', '!', '?', '。', '？', '।', '؟', '۔'];
            let mut asking = self.spoken.iter().filter(|turn| turn.role == Role::Bot);
            return asking.any(|turn| turn.text.contains(ends));
        }
        3 * marked >= all && marked > 0
    }

    /// How much each word says in the given turns and texts: its inverse document frequency, times its
    /// prior.
    fn weights(&self, turns: &[usize], texts: &[Words]) -> Vec<f64> {
        let mut counts = vec![0_u32; self.vocabulary.len()];
        let mut seen = vec![usize::MAX; self.vocabulary.len()];
        let mut documents = 0;
        let turns = turns.iter().map(|turn| &self.turns[*turn]);
        for (index, words) in turns.chain(texts).enumerate() {
            documents = index + 1;
            for token in &words.tokens {
                if seen[token.word] != index {
                    seen[token.word] = index;
                    counts[token.word] += 1;
                }
            }
        }
        counts
            .iter()
            .enumerate()
            .map(|(word, count)| {
                let rarity = (documents as f64 + 2.0) / (f64::from(*count) + 1.0);
                (0.3 + rarity.max(1.0).ln()) * self.vocabulary.prior(word)
            })
            .collect()
    }
}

/// A question without its number: `1. `, `Q3: `, `(2)`.
fn without_number(text: &str) -> &str {
    let start = text
        .trim_start()
        .trim_start_matches(['(', '[', '#', '*', '-', ' ']);
    let start = start.strip_prefix(['Q', 'q']).unwrap_or(start);
    let after = start.trim_start_matches(|letter: char| letter.is_numeric());
    let rest = after.trim_start_matches(['.', ')', ']', ':', '、', '．', '-']);
    match after.len() < start.len() && rest.len() < after.len() {
        true => rest,
        false => text,
    }
}
