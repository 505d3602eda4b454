//! How good [`link_evidence`] is on labelled calls.

use super::super::labels::TranscriptOptions;
use super::super::questions::parse_questions;
use super::super::spoken::spoken;
use super::super::turns::parse_transcript;
use super::link_evidence;
use crate::json;

/// What was measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// How many calls.
    pub calls: usize,
    /// How many questions in them.
    pub questions: usize,
    /// How many of those were asked, as the labels say.
    pub asked: usize,
    /// How many links were made.
    pub linked: usize,
    /// How many of those are right: each asking turn they name is one, and so is each answering
    /// turn, and some answer is named if there is one.
    pub right: usize,
    /// What went wrong, in words.
    pub mistakes: Vec<String>,
}

impl Measured {
    /// The share of links that are right; 1 where there are none.
    pub fn precision(&self) -> f64 {
        share(self.right, self.linked)
    }

    /// The share of questions asked that have a right link; 1 where none was asked.
    pub fn recall(&self) -> f64 {
        share(self.right, self.asked)
    }

    /// Adds labelled calls, as a JSON array of what [`add`](Measured::add) takes.
    pub fn add_all(&mut self, calls: &str) -> Result<(), String> {
        let calls = json::parse(calls)
            .and_then(json::array)
            .ok_or("not a JSON array")?;
        for call in calls {
            self.add(call.text())?;
        }
        Ok(())
    }

    /// Adds one labelled call, as JSON.
    ///
    /// `{"name", "language", "transcript", "questions", "links"}`: `questions` is
    /// `questions_response` as an array, and `links` has for each question
    /// `{"asks": [turns], "answers": [turns]}` with all turns that may be named, or `null` if it was
    /// not asked. Fails, with what is wrong, if the JSON is not like that.
    ///
    /// ```
    /// use ninjahire_calls::reading::evidence::measure::Measured;
    ///
    /// let mut measured = Measured::default();
    /// measured.add(r#"{"name": "x", "transcript": "BOT: What is your notice period?\nHUMAN: A month.",
    ///     "questions": [{"question": "What is your notice period?"}],
    ///     "links": [{"asks": [0], "answers": [1]}]}"#).unwrap();
    /// assert_eq!((measured.precision(), measured.recall()), (1.0, 1.0));
    /// ```
    pub fn add(&mut self, call: &str) -> Result<(), String> {
        let fields = json::parse(call)
            .and_then(json::object)
            .ok_or("not a JSON object")?;
        let field = |name: &str| {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| *value).ok_or(format!("no {name}"))
        };
        let name = json::string(field("name")?).ok_or("name is no string")?;
        let transcript = json::string(field("transcript")?).ok_or("transcript is no string")?;
        let questions = parse_questions(field("questions")?.text()).rows;
        let links = json::array(field("links")?).ok_or("links is no array")?;
        if links.len() != questions.len() {
            return Err(format!("{name}: as many links as questions are expected"));
        }
        let turns = parse_transcript(&transcript, &TranscriptOptions::default());
        let evidence = link_evidence(&spoken(&transcript, &turns), &questions);
        self.calls += 1;
        for (question, link) in links.into_iter().enumerate() {
            self.questions += 1;
            let label = json::object(link);
            let turns_of = |name: &str| -> Result<Vec<usize>, String> {
                let list = label.iter().flatten().find(|(key, _)| key == name);
                let Some((_, list)) = list else {
                    return Ok(Vec::new());
                };
                let items = json::array(*list).ok_or(format!("{name} is no array"))?;
                let number = |item| json::integer(item).and_then(|turn| usize::try_from(turn).ok());
                let numbers: Option<Vec<usize>> = items.into_iter().map(number).collect();
                match numbers.filter(|numbers| numbers.iter().all(|turn| *turn < turns.len())) {
                    Some(numbers) => Ok(numbers),
                    None => Err(format!("{name} of question {question} are no turns")),
                }
            };
            let asks = turns_of("asks")?;
            let answers = turns_of("answers")?;
            self.asked += usize::from(label.is_some());
            let found = evidence
                .iter()
                .find(|evidence| evidence.question == question);
            let Some(found) = found else {
                if label.is_some() {
                    self.mistakes
                        .push(format!("{name}: question {question}: not found"));
                }
                continue;
            };
            self.linked += 1;
            let said: Vec<usize> = found.asks.iter().map(|span| span.turn).collect();
            let answered: Vec<usize> = found.answers.iter().map(|span| span.turn).collect();
            let right = label.is_some()
                && said.iter().all(|turn| asks.contains(turn))
                && answered.iter().all(|turn| answers.contains(turn))
                && answers.is_empty() == answered.is_empty();
            self.right += usize::from(right);
            if !right {
                self.mistakes.push(format!(
                    "{name}: question {question}: asked in {said:?}, answered in {answered:?} ({:.2}); expected {asks:?}, {answers:?}",
                    found.confidence
                ));
            }
        }
        Ok(())
    }
}

fn share(part: usize, whole: usize) -> f64 {
    match whole {
        0 => 1.0,
        _ => part as f64 / whole as f64,
    }
}
