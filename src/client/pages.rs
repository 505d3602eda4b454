//! Every page of a listing, one after the other, at most one ahead.

use std::rc::Rc;

use js_sys::Set;

use super::browser::{Client, RequestOptions};
use super::scope::{Ended, Scope};
use super::task::Task;
use crate::api::{ScreeningResultsPage, ScreeningResultsRequest};
use crate::error::{Error, ErrorKind};

/// The pages of a listing. Dropping it ends a request on its way.
pub struct Pages {
    client: Client,
    options: RequestOptions,
    scope: Scope,
    ahead: Option<Rc<Task<ScreeningResultsPage>>>,
    following: Following,
}

/// What is left to be asked for: a decision of its own, without I/O.
struct Following {
    request: ScreeningResultsRequest,
    /// The ids of the calls that were handed over.
    seen: Set,
    is_done: bool,
}

impl Following {
    /// Takes out of `page` the calls that were on an earlier one (a listing moves while it is
    /// read), and decides whether there is another.
    fn take(&mut self, page: &mut ScreeningResultsPage) {
        let on_page = page.data.len();
        let mut brought_something = page.count.is_some();
        page.data.retain(|result| match &result.call_id {
            Some(id) => {
                let before = self.seen.size();
                self.seen.add(&id.into());
                self.seen.size() > before
            }
            None => true,
        });
        let new = page
            .data
            .iter()
            .filter(|result| result.call_id.is_some())
            .count();
        let unnamed = page.data.len() - new;
        // A server that sends the same page for ever is not asked for ever; where results have
        // no id to know them by, the count must do.
        if new > 0 {
            brought_something = true;
        } else if unnamed == 0 {
            brought_something = false;
        }
        let read = f64::from(self.request.page) * f64::from(self.request.size);
        self.is_done = on_page == 0
            || !brought_something
            || match page.count {
                Some(count) => read >= count,
                None => on_page < self.request.size as usize,
            };
        self.request.page = self.request.page.saturating_add(1);
    }
}

impl Client {
    /// Every page of a listing, from `query.page` on.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
    pub fn screening_results_pages(
        &self,
        query: ScreeningResultsRequest,
        mut options: RequestOptions,
    ) -> Result<Pages, Error> {
        query.to_http(&self.0.config.routes)?;
        let scope = Scope::new(options.signal.as_ref(), f64::INFINITY);
        options.signal = Some(scope.signal());
        Ok(Pages {
            client: self.clone(),
            options,
            scope,
            ahead: None,
            following: Following {
                request: query,
                seen: Set::default(),
                is_done: false,
            },
        })
    }
}

impl Pages {
    /// The next page, or `None` after the last. No call is on two of them.
    pub async fn next(&mut self) -> Option<Result<ScreeningResultsPage, Error>> {
        if self.following.is_done && self.ahead.is_none() {
            return None;
        }
        let task = self.ahead.take().unwrap_or_else(|| self.ask());
        let outcome = task.take(&self.scope).await;
        let page = match outcome {
            Ok(Ok(mut page)) => {
                self.following.take(&mut page);
                if !self.following.is_done {
                    self.ahead = Some(self.ask());
                }
                Ok(page)
            }
            Ok(Err(error)) => Err(error),
            Err(Ended::Aborted(reason)) => Err(ErrorKind::Aborted { reason }.into()),
            // This scope has no deadline; each page has its own.
            Err(Ended::Deadline) => return None,
        };
        // After an error the same page may be asked for again.
        Some(page)
    }

    fn ask(&self) -> Rc<Task<ScreeningResultsPage>> {
        let client = self.client.clone();
        let (query, options) = (self.following.request.clone(), self.options.clone());
        Task::spawn(async move { client.list_screening_results(query, options).await })
    }
}
