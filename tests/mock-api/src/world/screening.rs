//! One conversation: the turns in their order, and the points of the answers.

use super::jobs::JobSeed;
use super::rng::Rng;
use crate::dialogue::{self, About, Language};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    Bot,
    Human,
}

#[derive(Clone, Debug)]
pub struct Turn {
    pub speaker: Speaker,
    pub text: String,
}

/// A question as it was asked, with its answer and its points (0–10).
#[derive(Clone, Debug)]
pub struct Answered {
    pub about: About,
    pub question: String,
    pub answer: String,
    pub points: u8,
}

#[derive(Clone, Debug)]
pub struct Screening {
    pub turns: Vec<Turn>,
    pub answered: Vec<Answered>,
    /// The separator between two turns: one line break or two.
    pub separator: &'static str,
    pub seconds: f64,
    /// Whether turns have timestamps.
    pub has_timestamps: bool,
}

/// The length of the conversation.
#[derive(Clone, Copy, Debug)]
pub enum Length {
    /// The candidate hangs up after a moment.
    Cut,
    /// A few questions, as usual.
    Usual,
    /// A talkative candidate: at least so many bytes.
    AtLeast(usize),
}

pub fn screening(job: &JobSeed, name: &str, length: Length, rng: &mut Rng) -> Screening {
    let language = dialogue::language(job.language);
    let mut talk = Talk {
        language,
        job,
        name,
        turns: Vec::new(),
        answered: Vec::new(),
        asides: Vec::new(),
        bytes: 0,
    };
    talk.say(Speaker::Bot, language.greeting, rng);
    let reply = *rng.pick(language.greeting_replies);
    talk.say(Speaker::Human, reply, rng);

    let mut topics: Vec<_> = language.topics.iter().collect();
    if matches!(length, Length::Cut) {
        topics.truncate(rng.below(2));
    } else {
        // Experience comes first and motivation last. The order of the others varies.
        let last = topics.len() - 1;
        rng.shuffle(&mut topics[1..last]);
        if rng.chance(25) {
            topics.remove(last - 1);
        }
    }
    // A candidate's answers are of similar quality.
    let quality = rng.below(100);
    for topic in &topics {
        talk.ask(topic.about, topic.question, topic.answers, quality, rng);
        if let Length::AtLeast(bytes) = length {
            let share = bytes / topics.len();
            let until = talk.bytes + share;
            while talk.bytes < until {
                talk.elaborate(rng);
            }
        }
    }
    if !matches!(length, Length::Cut) {
        talk.say(Speaker::Bot, language.closing, rng);
        let goodbye = *rng.pick(language.goodbyes);
        talk.say(Speaker::Human, goodbye, rng);
    }
    let characters: usize = talk
        .turns
        .iter()
        .map(|turn| turn.text.chars().count())
        .sum();
    Screening {
        seconds: characters as f64 / language.chars_per_second + talk.turns.len() as f64 * 0.6,
        turns: talk.turns,
        answered: talk.answered,
        has_timestamps: false,
        separator: if rng.chance(6) { "\n\n" } else { "\n" },
    }
}

struct Talk<'a> {
    language: &'static Language,
    job: &'a JobSeed,
    name: &'a str,
    turns: Vec<Turn>,
    answered: Vec<Answered>,
    asides: Vec<&'static str>,
    bytes: usize,
}

impl Talk<'_> {
    fn say(&mut self, speaker: Speaker, text: &str, rng: &mut Rng) -> String {
        let text = self.fill(text, rng);
        self.bytes += text.len();
        self.turns.push(Turn {
            speaker,
            text: text.clone(),
        });
        text
    }

    fn ask(
        &mut self,
        about: About,
        question: &str,
        answers: &[(u8, &'static str)],
        quality: usize,
        rng: &mut Rng,
    ) {
        let question = self.say(Speaker::Bot, question, rng);
        let best = match quality {
            60.. => usize::from(rng.chance(25)),
            25.. => 1,
            _ => 2 - usize::from(rng.chance(35)),
        };
        let (points, said) = answers[best.min(answers.len() - 1)];
        let mut said = self.fill(said, rng);
        if rng.chance(45) {
            said = format!("{}{said}", rng.pick(self.language.hesitations));
        }
        if rng.chance(20) {
            said = format!("{said}{}{}", self.language.space, self.aside(rng));
        }
        let answer = self.say(Speaker::Human, &said, rng);
        self.answered.push(Answered {
            about,
            question,
            answer,
            points,
        });
        if rng.chance(20) {
            let acknowledgement = *rng.pick(self.language.acknowledgements);
            self.say(Speaker::Bot, acknowledgement, rng);
        }
    }

    /// More sentences on the same topic, after a remark of the bot.
    fn elaborate(&mut self, rng: &mut Rng) {
        let follow_up = *rng.pick(self.language.follow_ups);
        self.say(Speaker::Bot, follow_up, rng);
        let hesitation = *rng.pick(self.language.hesitations);
        let sentences: Vec<_> = (0..rng.between(1, 3)).map(|_| self.aside(rng)).collect();
        let said = format!("{hesitation}{}", sentences.join(self.language.space));
        self.say(Speaker::Human, &said, rng);
    }

    /// Returns the stories in a new order each round, so that each repeats as late as possible.
    fn aside(&mut self, rng: &mut Rng) -> &'static str {
        if self.asides.is_empty() {
            self.asides = self.language.asides.to_vec();
            rng.shuffle(&mut self.asides);
        }
        self.asides.pop().unwrap_or_default()
    }

    fn fill(&self, text: &str, rng: &mut Rng) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        text.replace("{name}", self.name)
            .replace("{job}", self.job.title)
            .replace("{company}", self.job.company)
            .replace("{city}", self.job.city)
            .replace("{certificate}", self.job.certificate)
            .replace("{salary}", self.job.salary)
            .replace("{years}", &rng.between(3, 14).to_string())
            .replace("{weeks}", &rng.between(2, 6).to_string())
    }
}

impl Screening {
    pub fn transcript(&self) -> String {
        let turns = self.turns.iter().zip(self.labels());
        turns
            .map(|(turn, label)| label + &turn.text)
            .collect::<Vec<_>>()
            .join(self.separator)
    }

    /// When each turn ends, as a share of the call.
    pub fn turn_ends(&self) -> Vec<f64> {
        // A pause lasts as long as a few characters.
        let length = |turn: &Turn| turn.text.chars().count() + 4;
        let total: usize = self.turns.iter().map(length).sum();
        let mut spoken = 0;
        let end = |turn| {
            spoken += length(turn);
            spoken as f64 / total as f64
        };
        self.turns.iter().map(end).collect()
    }

    /// The text before each turn: `BOT: `, or `[01:05] BOT: `.
    fn labels(&self) -> impl Iterator<Item = String> {
        let mut start = 0.0;
        let turns = self.turns.iter().zip(self.turn_ends());
        turns.map(move |(turn, end)| {
            let label = match turn.speaker {
                Speaker::Bot => "BOT: ",
                Speaker::Human => "HUMAN: ",
            };
            let seconds = (std::mem::replace(&mut start, end) * self.seconds) as u64;
            match self.has_timestamps {
                true => format!("[{:02}:{:02}] {label}", seconds / 60, seconds % 60),
                false => label.to_owned(),
            }
        })
    }

    /// The transcript when `share` (0–1) of the conversation is over. It is a prefix of the whole
    /// transcript. The current turn grows word by word.
    pub fn transcript_so_far(&self, share: f64) -> String {
        let total: usize = self.turns.iter().map(|turn| turn.text.len()).sum();
        let mut left = (total as f64 * share.clamp(0.0, 1.0)) as usize;
        let mut lines = Vec::new();
        for (turn, label) in self.turns.iter().zip(self.labels()) {
            if turn.text.len() > left {
                let spoken = whole_words(&turn.text, left);
                if !spoken.is_empty() {
                    lines.push(label + spoken);
                }
                break;
            }
            left -= turn.text.len();
            lines.push(label + &turn.text);
        }
        lines.join(self.separator)
    }
}

/// At most `bytes` of the text, cut after a word, or after a character where words are not
/// separated.
fn whole_words(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let cut = &text[..end];
    if text.contains(' ') {
        cut.rfind(' ').map_or("", |space| cut[..space].trim_end())
    } else {
        cut
    }
}
