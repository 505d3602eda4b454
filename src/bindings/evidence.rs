//! Questions, linked to where they were asked and answered.

use std::future::Future;
use std::pin::Pin;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::rows::question_rows;
use super::to_js;
use super::turns::{spoken, turns};
use crate::reading::evidence::{self, Evidence};
use crate::reading::steps;

/// The work of linking, which the caller takes step by step.
#[wasm_bindgen]
pub struct EvidenceLinking {
    work: Pin<Box<dyn Future<Output = Vec<Evidence>>>>,
}

#[wasm_bindgen]
impl EvidenceLinking {
    #[wasm_bindgen(constructor)]
    pub fn new(given: &JsValue, questions: &JsValue) -> Result<EvidenceLinking, JsValue> {
        let turns = turns(given)?;
        let questions = question_rows(questions)?;
        let work = async move { evidence::link_in_steps(&spoken(&turns), &questions).await };
        Ok(EvidenceLinking {
            work: Box::pin(work),
        })
    }

    /// Takes a step of some milliseconds. After the last one it gives the links, with their ranges in UTF-16
    /// code units.
    #[wasm_bindgen(unchecked_return_type = "Evidence[] | undefined")]
    pub fn step(&mut self) -> JsValue {
        match steps::step(self.work.as_mut()) {
            Some(links) => to_js(&links),
            None => JsValue::UNDEFINED,
        }
    }
}
