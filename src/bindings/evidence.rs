//! Links questions to the turns in which they were asked and answered.

use std::future::Future;
use std::mem::take;
use std::pin::Pin;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::rows::question_rows;
use super::to_js;
use super::turns::{JsTurn, spoken, turns_from};
use crate::assessment::QuestionRow;
use crate::reading::evidence::{self, Evidence};
use crate::reading::steps;

/// Links questions to turns, step by step.
#[wasm_bindgen]
pub struct EvidenceLinking {
    questions: Vec<QuestionRow>,
    turns: Vec<JsTurn>,
    work: Option<Pin<Box<dyn Future<Output = Vec<Evidence>>>>>,
}

#[wasm_bindgen]
impl EvidenceLinking {
    #[wasm_bindgen(constructor)]
    pub fn new(questions: &JsValue) -> Result<EvidenceLinking, JsValue> {
        Ok(EvidenceLinking {
            questions: question_rows(questions)?,
            turns: Vec::new(),
            work: None,
        })
    }

    /// Adds turns after those that were added before.
    pub fn add(&mut self, given: &JsValue) -> Result<(), JsValue> {
        self.turns.extend(turns_from(given, self.turns.len())?);
        Ok(())
    }

    /// Works for a few milliseconds. Call it when all turns are added, until it returns the links, with
    /// their ranges in UTF-16 code units.
    #[wasm_bindgen(unchecked_return_type = "Evidence[] | undefined")]
    pub fn step(&mut self) -> JsValue {
        let work = self.work.get_or_insert_with(|| {
            let (turns, questions) = (take(&mut self.turns), take(&mut self.questions));
            Box::pin(async move { evidence::link_in_steps(&spoken(&turns), &questions).await })
        });
        match steps::step(work.as_mut()) {
            Some(links) => to_js(&links),
            None => JsValue::UNDEFINED,
        }
    }
}
