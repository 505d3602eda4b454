//! The words of a call and its questions, and how much each tells.

use super::super::folding::fold;
use super::super::labels::Role;
use super::super::offsets::{TextRange, part};
use super::super::questions::QuestionRow;
use super::super::spoken::Spoken;
use super::super::stats::is_question_mark;
use super::super::unicode::{graphemes, is_numeric, is_upper_case, words};
use super::{EvidenceSpan, may_ask};

/// Words that ask, connect and point, and tell nothing of what a question is about. In the
/// languages that are most spoken on calls; other languages' words lose weight by how often they
/// are said.
const COMMON: &str = " a about am an and any are as at be been by can could did do does for from had \
has have how i if in is it its me my of on or our so some that the their there this to us was we were \
what when where which who why will with would you your please tell \
und oder der die das den dem des ein eine einen einer ist sind sie ihr ihre ihren ihrer ihnen du dein \
wie was wer wo wann warum welche welchen welcher haben hat hast mit von fur zu zum zur im in bei auf \
konnen kannst mir uns es \
le la les un une des du de et ou est sont vous votre vos tu ton ta tes que qu quel quelle quels \
quelles comment combien pourquoi quand avez as pour avec dans sur au aux en ce cette pouvez il elle \
el los las una unos y o es son su sus usted tiene tienes tu que cual cuales como cuanto cuantos cuanta \
por para con en del al cuando donde se lo me nos puede \
os um uma e ou seu sua seus suas voce tem qual quais quanto quantos com em no na do da dos por para \
il lo gli uno di che e ha hai suo sua quale quali quanto quanti come perche con per nel della del \
het een en van is zijn u uw je jouw hoe wat welke heeft hebt met voor op \
w z na do i czy jak ile jaki jaka jakie ma masz pan pani sie to jest sa byl byla bylby bylaby prosze moze u po \
ve bir bu ne icin mi mu ile var kac hangi nasil siz sizin \
в на и с у вы вас ваш ваша ваши как что какой какая какие сколько есть ли по для о это \
ما هل كم من في على هو هي كيف متى لماذا لك \
מה האם כמה איך של את אתה לך יש עם \
어떻게 되십니까 되시나요 되세요 되시는지 무엇입니까 무엇인가요 뭔가요 뭐 언제 몇 왜 어떤 있습니까 있으신가요 있나요 그럼 혹시 \
실례지만 할 수 것 저희 \
है हैं क्या का की के में आप आपका आपकी आपके कितने कैसे और से को ";

/// The same for scripts without blanks, as pairs of characters.
const COMMON_PAIRS: &str = "什么 是什 是否 您的 你的 请问 可以 可不 能不 我们 一下 您是 你是 您有 你有 有没 没有 多少 怎么 \
为什 如何 吗请 介绍 您能 你能 ですか ます ませ すか です でし した あな なた たの 何で どの のよ ような うな 教え えて くだ \
ださ さい てく ください してい ている いま いる ของ คุณ คืออ ไหม หรือ เป็น มีก";

/// One word, or one pair of characters.
#[derive(Clone, Copy)]
pub(super) struct Token {
    /// Which word of the vocabulary.
    pub(super) word: usize,
    /// Where it is, in bytes.
    pub(super) range: TextRange,
    /// A name, a number or an abbreviation: nothing stands for it but itself.
    pub(super) name: bool,
}

/// A word of the vocabulary.
pub(super) struct Word {
    pub(super) text: String,
    /// How much it tells.
    pub(super) weight: f64,
    /// How much it tells by itself, whatever the call.
    kind: f64,
    /// A pair of characters.
    pub(super) pair: bool,
    /// It tells more than that a question is asked.
    pub(super) tells: bool,
}

/// A sentence within a turn.
#[derive(Clone, Copy)]
pub(super) struct Sentence {
    /// Its place among the turn's tokens.
    pub(super) from: usize,
    pub(super) to: usize,
    /// It ends with a question mark.
    pub(super) asks: bool,
}

/// One turn.
pub(super) struct TurnWords {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

/// Everything there is to compare.
pub(super) struct Call<'a> {
    pub(super) spoken: &'a [Spoken<'a>],
    pub(super) turns: Vec<TurnWords>,
    pub(super) rows: &'a [QuestionRow],
    pub(super) questions: Vec<Vec<Token>>,
    pub(super) responses: Vec<Vec<Token>>,
    pub(super) words: Vec<Word>,
    /// Somebody has the bot's role.
    has_bot: bool,
    /// Whoever asks does so with question marks.
    pub(super) punctuated: bool,
}

impl<'a> Call<'a> {
    pub(super) fn new(spoken: &'a [Spoken<'a>], rows: &'a [QuestionRow]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let has_bot = spoken.iter().any(|turn| turn.role == Role::Bot);
        let turns: Vec<TurnWords> = spoken
            .iter()
            .map(|turn| TurnWords {
                sentences: Vec::new(),
                tokens: vocabulary.read(turn.text),
            })
            .collect();
        let read = |text: &Option<String>, vocabulary: &mut Vocabulary| match text {
            Some(text) => vocabulary.read(unnumbered(text)),
            None => Vec::new(),
        };
        let questions: Vec<Vec<Token>> = rows
            .iter()
            .map(|row| {
                let mut tokens = read(&row.question, &mut vocabulary);
                tokens.truncate(200);
                tokens
            })
            .collect();
        let responses = rows
            .iter()
            .map(|row| read(&row.response, &mut vocabulary))
            .collect();
        let mut call = Call {
            spoken,
            turns,
            rows,
            questions,
            responses,
            words: vocabulary.words,
            has_bot,
            punctuated: false,
        };
        for (turn, words) in spoken.iter().zip(&mut call.turns) {
            words.sentences = sentences(turn.text, &words.tokens);
        }
        call.punctuated = (0..call.turns.len()).any(|turn| {
            call.asks(turn)
                && call.turns[turn]
                    .sentences
                    .iter()
                    .any(|sentence| sentence.asks)
        });
        call.weigh();
        call
    }

    /// Whether the turn is of somebody who asks.
    pub(super) fn asks(&self, turn: usize) -> bool {
        may_ask(self.spoken[turn].role, self.has_bot)
    }

    /// Whether one turn's speaker can answer another's.
    pub(super) fn answers(&self, turn: usize, asked: usize) -> bool {
        let (one, other) = (&self.spoken[turn], &self.spoken[asked]);
        one.role == Role::Human || (one.role == Role::Other && !one.same_speaker(other))
    }

    /// Whether the turn is no more than `Mm-hm.` or `Sorry, what?`.
    pub(super) fn is_brief(&self, turn: usize) -> bool {
        let tokens = &self.turns[turn].tokens;
        let most = match tokens.first() {
            Some(token) if self.words[token.word].pair => 10,
            _ => 6,
        };
        tokens.len() <= most
    }

    /// Whether the turn ends with a question mark.
    pub(super) fn ends_asking(&self, turn: usize) -> bool {
        self.turns[turn]
            .sentences
            .last()
            .is_some_and(|sentence| sentence.asks)
    }

    /// Whether a sentence that a span has part in ends with a question mark.
    pub(super) fn asks_in(&self, span: EvidenceSpan) -> bool {
        let words = &self.turns[span.turn];
        words.sentences.iter().any(|sentence| {
            sentence.asks
                && words.tokens[sentence.from..sentence.to]
                    .iter()
                    .any(|token| {
                        token.range.start >= span.range.start && token.range.end <= span.range.end
                    })
        })
    }

    /// Whether there is no more of the bot after this turn.
    pub(super) fn is_last_of_bot(&self, turn: usize) -> bool {
        !(turn + 1..self.turns.len()).any(|later| self.asks(later))
    }

    /// Whether two rows ask the same, word for word.
    pub(super) fn same_question(&self, one: usize, other: usize) -> bool {
        let words = |question: usize| self.questions[question].iter().map(|token| token.word);
        !self.questions[one].is_empty() && words(one).eq(words(other))
    }

    /// Weighs the words: the fewer turns and questions have one, the more it tells.
    fn weigh(&mut self) {
        let mut seen = vec![usize::MAX; self.words.len()];
        let mut counts = vec![0_u32; self.words.len()];
        let mut texts = 0;
        let asking = (0..self.turns.len()).filter(|turn| self.asks(*turn));
        let turns = asking.map(|turn| &self.turns[turn].tokens);
        for (text, tokens) in turns.chain(&self.questions).enumerate() {
            texts = text + 1;
            for token in tokens {
                if seen[token.word] != text {
                    seen[token.word] = text;
                    counts[token.word] += 1;
                }
            }
        }
        for (word, count) in self.words.iter_mut().zip(counts) {
            let rarity = f64::from(texts as u32 + 1) / (f64::from(count) + 0.5);
            // Short calls tell little about what is rare.
            let rarity = 0.6 + rarity.max(1.0).ln();
            word.weight = rarity * word.kind;
            word.tells = word.kind >= 0.7 && (texts < 10 || rarity >= 1.2);
        }
    }
}

/// A question without its number: `1. `, `Q3: `, `(2)`.
fn unnumbered(text: &str) -> &str {
    let rest = text
        .trim_start()
        .trim_start_matches(['(', '[', '#', '*', '-', ' ']);
    let rest = rest.strip_prefix(['Q', 'q']).unwrap_or(rest);
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs = number.trim_start_matches(['.', ')', ']', ':', '、', '．', '-']);
    match number.len() < rest.len() && signs.len() < number.len() {
        true => signs,
        false => text,
    }
}

/// How much a word tells by itself, whatever the call.
fn kind(word: &str, pair: bool) -> f64 {
    if pair {
        let common = COMMON_PAIRS.split(' ').any(|common| common == word);
        return if common { 0.25 } else { 1.0 };
    }
    if COMMON.split(' ').any(|common| common == word) {
        return 0.2;
    }
    match word.chars().count() {
        1 if word.is_ascii() => 0.3,
        2 if word.is_ascii() => 0.7,
        _ => 1.0,
    }
}

/// Words by their folded text.
#[derive(Default)]
struct Vocabulary {
    words: Vec<Word>,
    places: std::collections::BTreeMap<String, usize>,
}

impl Vocabulary {
    /// The place of the word that folds to `text` and is written as `plain`.
    fn word(&mut self, text: String, plain: &str, pair: bool) -> usize {
        if let Some(place) = self.places.get(&text) {
            return *place;
        }
        self.places.insert(text.clone(), self.words.len());
        self.words.push(Word {
            // Folded, the syllables of Korean and the voiced Kana are in parts; the lists below
            // have them whole.
            kind: kind(if text.is_ascii() { &text } else { plain }, pair).min(kind(&text, pair)),
            text,
            weight: 0.0,
            pair,
            tells: false,
        });
        self.words.len() - 1
    }

    /// The tokens of a text: words, and where there are no blanks between words, pairs of
    /// characters.
    fn read(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        // The last character of a script without blanks, and where it is.
        let mut last: Option<(&str, TextRange)> = None;
        let mut paired = false;
        let mut opens = true;
        let mut end = 0;
        for (at, word) in words(text) {
            let between = part(text, end, at);
            opens |=
                between.contains(|c: char| matches!(c, '.' | '!' | ':') || is_question_mark(c));
            end = at + word.len();
            if !word.chars().next().is_some_and(is_dense) {
                self.lone(&mut tokens, last.take().filter(|_| !paired));
                self.spaced(&mut tokens, at, word, opens);
                opens = false;
                continue;
            }
            opens = false;
            for (inside, letter) in graphemes(word) {
                let range = TextRange::new(at + inside, at + inside + letter.len());
                match last {
                    Some((before, place)) if place.end == range.start => {
                        let pair = TextRange::new(place.start, range.end);
                        let plain = text.get(pair.start..pair.end).unwrap_or_default();
                        let word = self.word(fold(before) + &fold(letter), plain, true);
                        tokens.push(Token {
                            word,
                            range: pair,
                            name: false,
                        });
                        paired = true;
                    }
                    _ => {
                        self.lone(&mut tokens, last.filter(|_| !paired));
                        paired = false;
                    }
                }
                last = Some((letter, range));
            }
        }
        self.lone(&mut tokens, last.filter(|_| !paired));
        tokens
    }

    /// A character that has no neighbour to make a pair with.
    fn lone(&mut self, tokens: &mut Vec<Token>, letter: Option<(&str, TextRange)>) {
        if let Some((letter, range)) = letter {
            let word = self.word(fold(letter), letter, true);
            tokens.push(Token {
                word,
                range,
                name: false,
            });
        }
    }

    /// A word, or what an apostrophe joins.
    fn spaced(&mut self, tokens: &mut Vec<Token>, at: usize, word: &str, opens: bool) {
        for piece in word.split(['\'', '’']) {
            let start = at + (piece.as_ptr() as usize - word.as_ptr() as usize);
            let range = TextRange::new(start, start + piece.len());
            let folded = fold(piece);
            if folded.is_empty() {
                continue;
            }
            let capital = piece.chars().next().is_some_and(is_upper_case);
            let capitals = piece.chars().filter(|c| is_upper_case(*c)).count();
            let digits = piece.contains(is_numeric);
            let name = digits || capitals > 1 || (capital && !opens && piece.chars().count() > 1);
            tokens.push(Token {
                word: self.word(folded, piece, false),
                range,
                name,
            });
        }
    }
}

/// Scripts that have no blanks between words.
fn is_dense(letter: char) -> bool {
    matches!(letter,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Splits a turn's tokens at the ends of its sentences.
fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for place in 0..tokens.len() {
        let here = tokens[place].range.end;
        let next = tokens
            .get(place + 1)
            .map_or(text.len(), |token| token.range.start);
        let gap = text.get(here..next).unwrap_or_default();
        let asks = gap.contains(is_question_mark);
        let ends = asks
            || gap.contains(['!', '。', '！', '．', '؟', '।', '\n'])
            || gap.trim_end().len() < gap.len() && gap.contains(['.', '…', ';'])
            || place + 1 == tokens.len();
        if ends {
            sentences.push(Sentence {
                from,
                to: place + 1,
                asks,
            });
            from = place + 1;
        }
    }
    sentences
}
