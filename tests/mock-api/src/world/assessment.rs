//! The assessment of a conversation: score, category breakdown, digest and questions, in the
//! different shapes of such free-form fields.

use serde_json::{Map, Value, json};

use super::jobs::JobSeed;
use super::rng::Rng;
use super::screening::{Answered, Screening};
use crate::dialogue::About;

#[derive(Clone, Debug)]
pub struct Assessment {
    pub intelligence: &'static str,
    pub score: u8,
    pub summary: Value,
    pub digest: String,
    pub questions: String,
}

pub fn assess(screening: &Screening, job: &JobSeed, name: &str, rng: &mut Rng) -> Assessment {
    let answered = &screening.answered;
    let asked = answered.len().max(1);
    let average = answered
        .iter()
        .map(|one| usize::from(one.points))
        .sum::<usize>()
        * 10
        / asked;
    let score = (average + rng.below(9)).saturating_sub(4).min(100) as u8;
    let intelligence = if answered.len() < 3 {
        "call_inconclusive"
    } else {
        "call_success"
    };
    Assessment {
        intelligence,
        score,
        summary: summary(answered, score, rng),
        digest: digest(answered, job, name, score),
        questions: questions(answered, rng),
    }
}

fn category(about: About) -> &'static str {
    match about {
        About::Experience => "Relevant experience",
        About::NoticePeriod => "Notice period",
        About::Salary => "Salary expectation",
        About::Certificates => "Certificates",
        About::Shifts => "Shift flexibility",
        About::Location => "Location and commute",
        About::Motivation => "Motivation",
    }
}

fn verdict(about: About, points: u8) -> &'static str {
    let level = match points {
        8.. => 0,
        5..=7 => 1,
        _ => 2,
    };
    let sentences = match about {
        About::Experience => [
            "Several years in the same role, with responsibility for a small team.",
            "Solid experience, with interruptions.",
            "Little experience in this exact role.",
        ],
        About::NoticePeriod => [
            "Available immediately.",
            "A few weeks of notice, possibly negotiable.",
            "Three months of notice, not negotiable.",
        ],
        About::Salary => [
            "Named a clear figure close to the current salary.",
            "Within range, depending on allowances.",
            "Did not name a figure.",
        ],
        About::Certificates => [
            "Holds the required certificate, valid for two years.",
            "Certificate expires soon; renewal is booked.",
            "Does not hold the required certificate yet.",
        ],
        About::Shifts => [
            "Used to shift work; no restrictions.",
            "Can work most shifts; not on Thursday evenings.",
            "Hardly available on weekends.",
        ],
        About::Location => [
            "Lives close to the site.",
            "About an hour away, used to the commute.",
            "Would have to move.",
        ],
        About::Motivation => [
            "Specific reasons for this employer; wants to stay.",
            "Mainly practical reasons.",
            "Could not say which employer the call was about.",
        ],
    };
    sentences[level]
}

fn summary(answered: &[Answered], score: u8, rng: &mut Rng) -> Value {
    let by_category = |value: &dyn Fn(&Answered) -> Value| -> Map<String, Value> {
        answered
            .iter()
            .map(|one| (category(one.about).to_owned(), value(one)))
            .collect()
    };
    let prose = |one: &Answered| verdict(one.about, one.points);
    let mut summary = match rng.below(10) {
        0 => by_category(&|one| json!(one.points)),
        1 => by_category(&|one| json!(prose(one))),
        2 => by_category(&|one| json!({"rating": one.points, "reason": prose(one)})),
        3 => by_category(
            &|one| json!({"score": one.points, "evidence": one.answer, "comment": prose(one)}),
        ),
        4 => {
            // Nested one level: groups of categories.
            let group = |wanted: &[About]| -> Value {
                let chosen = answered.iter().filter(|one| wanted.contains(&one.about));
                chosen
                    .map(|one| {
                        let value = json!({"score": one.points, "summary": prose(one)});
                        (category(one.about).to_owned(), value)
                    })
                    .collect::<Map<_, _>>()
                    .into()
            };
            let mut groups = Map::new();
            groups.insert(
                "Suitability".to_owned(),
                group(&[About::Experience, About::Certificates, About::Motivation]),
            );
            groups.insert(
                "Practicalities".to_owned(),
                group(&[
                    About::NoticePeriod,
                    About::Salary,
                    About::Shifts,
                    About::Location,
                ]),
            );
            groups
        }
        5 => by_category(&|one| match one.points % 3 {
            0 => json!(one.points),
            1 => json!(prose(one)),
            _ => json!({"score": f64::from(one.points) + 0.5, "summary": prose(one)}),
        }),
        _ => by_category(&|one| json!({"score": one.points, "summary": prose(one)})),
    };
    if rng.chance(30) {
        summary.insert(
            "Communication".to_owned(),
            json!({"score": score / 10, "summary": "Answered in full sentences and asked back when unsure."}),
        );
    }
    summary.into()
}

fn digest(answered: &[Answered], job: &JobSeed, name: &str, score: u8) -> String {
    let opinion = match score {
        75.. => "a strong match",
        50..=74 => "a possible match",
        _ => "a weak match at the moment",
    };
    let mut digest = format!(
        "{name} was screened for {} at {} ({}) and appears to be {opinion}.",
        job.title, job.company, job.city
    );
    for one in answered {
        digest.push_str(&format!(
            " {}: {}",
            category(one.about),
            verdict(one.about, one.points)
        ));
    }
    let advice = if score >= 60 {
        " Recommended next step: an interview with the hiring manager."
    } else {
        " Recommended next step: a recruiter should clarify the open points before going on."
    };
    digest.push_str(advice);
    digest
}

/// A JSON array in a string: mostly plain, sometimes as language models write it.
fn questions(answered: &[Answered], rng: &mut Rng) -> String {
    let plain: Vec<Value> = answered
        .iter()
        .map(|one| json!({"question": one.question, "response": one.answer, "score": one.points}))
        .collect();
    let written = |items: &[Value]| Value::from(items.to_vec()).to_string();
    match rng.below(40) {
        0 => String::new(),
        1 => format!("```json\n{}\n```", written(&plain)),
        2 => written(
            &plain
                .iter()
                .map(|item| json!(item.to_string()))
                .collect::<Vec<_>>(),
        ),
        3 => {
            let mut text = written(&plain);
            text.truncate(text.len() - 1);
            text.push_str(",]");
            text
        }
        4 => {
            let mut items = plain;
            for item in &mut items {
                item["score"] = json!(format!("{}.0", item["score"]));
                let answer = item["response"].take();
                item["answer"] = answer;
                item.as_object_mut()
                    .expect("built as an object")
                    .remove("response");
            }
            written(&items)
        }
        5 => {
            let mut items = plain;
            if let Some(first) = items.first_mut() {
                first["question"] = Value::Null;
            }
            written(&items)
        }
        6 => serde_json::to_string_pretty(&plain).expect("strings and numbers"),
        _ => written(&plain),
    }
}
