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

/// Work that is done has an outcome, so this is not reached.
const NONE: Ended = Ended::Deadline;

pub(crate) struct Task<T> {
    /// Kept when the outcome is there.
    done: Promise,
    outcome: Rc<RefCell<Option<Result<T, Error>>>>,
}

/// Drives the work, whoever waits for the promise of what comes out.
pub(crate) fn promise(work: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    // Boxed, so that there is one copy of what drives it, and not one for each work.
    let work: Pin<Box<dyn Future<Output = _>>> = Box::pin(work);
    future_to_promise(work)
}

impl<T: 'static> Task<T> {
    pub(crate) fn spawn(work: impl Future<Output = Result<T, Error>> + 'static) -> Rc<Self> {
        let outcome = Rc::new(RefCell::new(None));
        let slot = outcome.clone();
        let done = promise(async move {
            let result = work.await;
            *slot.borrow_mut() = Some(result);
            Ok(JsValue::UNDEFINED)
        });
        Rc::new(Self { done, outcome })
    }

    /// The outcome, unless the scope ends first.
    pub(crate) async fn outcome(&self, scope: &Scope) -> Result<Result<T, Error>, Ended>
    where
        T: Clone,
    {
        self.done(scope).await?;
        self.outcome.borrow().clone().ok_or(NONE)
    }

    /// The outcome, for the only one who waits for it.
    pub(crate) async fn take(&self, scope: &Scope) -> Result<Result<T, Error>, Ended> {
        self.done(scope).await?;
        self.outcome.take().ok_or(NONE)
    }

    async fn done(&self, scope: &Scope) -> Result<(), Ended> {
        match scope.wait(&self.done).await {
            Err(Stop::Ended(why)) => Err(why),
            _ => Ok(()),
        }
    }
}
