//! Words, and how much each tells by itself.

use super::super::folding::fold;
use super::super::offsets::{TextRange, length, part};
use super::super::stats::is_question_mark;
use unicode_segmentation::UnicodeSegmentation;

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
    pub(super) kind: f64,
    /// A pair of characters.
    pub(super) pair: bool,
    /// It tells more than that a question is asked.
    pub(super) tells: bool,
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
    match length(word) {
        1 if word.is_ascii() => 0.3,
        2 if word.is_ascii() => 0.7,
        _ => 1.0,
    }
}

/// Words by their folded text.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) words: Vec<Word>,
    /// A hash table of places in `words`, half of it free. By hand: the standard library's maps are
    /// 2 to 3 kB of the wasm.
    places: Vec<Option<usize>>,
}

impl Vocabulary {
    /// The place of the word that folds to `text` and is written as `plain`.
    fn word(&mut self, text: String, plain: &str, pair: bool) -> usize {
        if self.words.len() * 2 >= self.places.len() {
            self.places = vec![None; (self.words.len() * 4).max(256)];
            for (place, word) in self.words.iter().enumerate() {
                let slot = self.slot(&word.text);
                if let Some(free) = self.places.get_mut(slot) {
                    *free = Some(place);
                }
            }
        }
        let slot = self.slot(&text);
        let Some(known) = self.places.get_mut(slot) else {
            return 0;
        };
        *known.get_or_insert_with(|| {
            self.words.push(Word {
                // Folded, the syllables of Korean and the voiced Kana are in parts; the lists below
                // have them whole.
                kind: kind(if text.is_ascii() { &text } else { plain }, pair)
                    .min(kind(&text, pair)),
                text,
                weight: 0.0,
                pair,
                tells: false,
            });
            self.words.len() - 1
        })
    }

    /// Where in the table a word is, or belongs.
    fn slot(&self, text: &str) -> usize {
        // FNV-1a.
        let hash = text.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let mut slot = hash as usize % self.places.len();
        while let Some(Some(place)) = self.places.get(slot)
            && self.words.get(*place).is_some_and(|word| word.text != text)
        {
            slot = (slot + 1) % self.places.len();
        }
        slot
    }

    /// The tokens of a text: words, and where there are no blanks between words, pairs of
    /// characters.
    pub(super) fn read(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        // The last character of a script without blanks, and where it is.
        let mut last: Option<(&str, TextRange)> = None;
        let mut paired = false;
        let mut opens = true;
        let mut end = 0;
        for (at, word) in text.unicode_word_indices() {
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
            for (inside, letter) in word.grapheme_indices(true) {
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
            let capital = piece.chars().next().is_some_and(char::is_uppercase);
            let capitals = piece.chars().filter(|c| c.is_uppercase()).count();
            let digits = piece.contains(char::is_numeric);
            let name = digits || capitals > 1 || (capital && !opens && length(piece) > 1);
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
