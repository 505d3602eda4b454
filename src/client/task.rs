//! Work that goes on whoever still waits for it, with one outcome for all who do.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::scope::{Ended, Scope, Stop};
use crate::error::Error;

pub(crate) struct Task<T> {
    /// Kept when the outcome is there.
    done: Promise,
    outcome: Rc<RefCell<Option<Result<T, Error>>>>,
}

impl<T: Clone + 'static> Task<T> {
    pub(crate) fn spawn(work: impl Future<Output = Result<T, Error>> + 'static) -> Rc<Self> {
        let outcome = Rc::new(RefCell::new(None));
        let slot = outcome.clone();
        // Boxed, so that there is one copy of what drives it.
        let driven: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> =
            Box::pin(async move {
                let result = work.await;
                *slot.borrow_mut() = Some(result);
                Ok(JsValue::UNDEFINED)
            });
        Rc::new(Self {
            done: future_to_promise(driven),
            outcome,
        })
    }

    /// The outcome, unless the scope ends first.
    pub(crate) async fn outcome(&self, scope: &Scope) -> Result<Result<T, Error>, Ended> {
        if let Err(Stop::Ended(why)) = scope.wait(&self.done).await {
            return Err(why);
        }
        match &*self.outcome.borrow() {
            Some(outcome) => Ok(outcome.clone()),
            // Its promise is never rejected, so this is not reached.
            None => Err(Ended::Deadline),
        }
    }
}
