//! Fetches the pages of a listing one after the other, at most one ahead of the caller.

use std::collections::HashSet;

use crate::api::{ScreeningResultsPage, ScreeningResultsRequest};

/// Which page comes next, if any.
struct PageQueue {
    request: ScreeningResultsRequest,
    /// The ids of the calls on earlier pages.
    seen: HashSet<String>,
    is_done: bool,
}

impl PageQueue {
    fn new(request: ScreeningResultsRequest) -> Self {
        Self {
            request,
            seen: HashSet::new(),
            is_done: false,
        }
    }

    /// Removes from `page` the calls that were on an earlier one, and decides whether another page
    /// follows. A call may appear twice because the listing grows while its pages are read.
    fn advance(&mut self, page: &mut ScreeningResultsPage) {
        let on_page = page.data.len();
        page.data.retain(|result| match &result.ids.call_id {
            Some(id) => self.seen.insert(id.to_string()),
            None => true,
        });
        let has_id = |result: &&_| {
            let result: &crate::api::ScreeningResult = result;
            result.ids.call_id.is_some()
        };
        let new = page.data.iter().filter(has_id).count();
        let without_id = page.data.len() - new;
        // Stops where a server sends the same page for ever. Results without an id cannot be
        // recognised, so then `count` decides.
        let has_new_results = new > 0 || (without_id > 0 && page.count.is_some());
        let read = u64::from(self.request.page) * u64::from(self.request.size);
        self.is_done = on_page == 0
            || !has_new_results
            || match page.count {
                Some(count) => read >= count.0,
                None => on_page < self.request.size as usize,
            };
        self.request.page = self.request.page.saturating_add(1);
    }
}

#[cfg(target_arch = "wasm32")]
pub use sending::Pages;

#[cfg(target_arch = "wasm32")]
mod sending {
    use std::rc::Rc;

    use futures_util::future::{LocalBoxFuture, Shared};

    use super::PageQueue;
    use crate::api::{ScreeningResultsPage, ScreeningResultsRequest};
    use crate::client::Client;
    use crate::client::callback::Signal;
    use crate::client::options::ReadOptions;
    use crate::client::scope::{Scope, spawn_shared};
    use crate::error::Error;

    type PageRequest = Shared<LocalBoxFuture<'static, Rc<Result<ScreeningResultsPage, Error>>>>;

    /// The pages of a listing. Dropping it aborts the request that is under way.
    pub struct Pages {
        client: Client,
        options: ReadOptions,
        scope: Scope,
        ahead: Option<PageRequest>,
        queue: PageQueue,
    }

    impl Client {
        /// Every page of a listing, from `query.page` on.
        ///
        /// # Errors
        /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where an argument is wrong. Nothing is sent before
        /// [`Pages::next`].
        pub fn screening_results_pages(
            &self,
            query: ScreeningResultsRequest,
            mut options: ReadOptions,
        ) -> Result<Pages, Error> {
            let request = query.to_http(&self.inner.config.routes)?.request;
            let signal = options.signal.as_ref().map(|signal| &signal.0);
            // Each page has its own deadline, in its own read.
            let scope = Scope::new(&request, signal, f64::INFINITY);
            options.signal = scope.signal().map(Signal);
            Ok(Pages {
                client: self.clone(),
                options,
                scope,
                ahead: None,
                queue: PageQueue::new(query),
            })
        }
    }

    impl Pages {
        /// The next page, or `None` after the last. No call is on two pages. After an error, the
        /// next call asks for the same page again.
        pub async fn next(&mut self) -> Option<Result<ScreeningResultsPage, Error>> {
            if self.queue.is_done && self.ahead.is_none() {
                return None;
            }
            let request = self.ahead.take().unwrap_or_else(|| self.request_page());
            let page = match self.scope.wait(request).await {
                Ok(page) => Rc::unwrap_or_clone(page),
                Err(ended) => Err(ended),
            };
            Some(page.map(|mut page| {
                self.queue.advance(&mut page);
                if !self.queue.is_done {
                    self.ahead = Some(self.request_page());
                }
                page
            }))
        }

        fn request_page(&self) -> PageRequest {
            let client = self.client.clone();
            let (query, options) = (self.queue.request.clone(), self.options.clone());
            spawn_shared(
                async move { Rc::new(client.list_screening_results(query, options).await) },
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ids: &[&str], count: Option<u64>) -> ScreeningResultsPage {
        let data: Vec<_> = ids
            .iter()
            .map(|id| serde_json::json!({ "call_id": id }))
            .collect();
        let body = serde_json::json!({ "data": data, "count": count });
        let request = ScreeningResultsRequest::default();
        ScreeningResultsPage::decode(body.to_string().as_bytes(), request, false).unwrap()
    }

    fn queue(size: u32) -> PageQueue {
        PageQueue::new(ScreeningResultsRequest {
            size,
            ..ScreeningResultsRequest::default()
        })
    }

    #[test]
    fn another_page_follows_until_the_count_is_reached() {
        let mut queue = queue(2);
        queue.advance(&mut page(&["a", "b"], Some(3)));
        assert!(!queue.is_done);
        assert_eq!(queue.request.page, 2);
        queue.advance(&mut page(&["c"], Some(3)));
        assert!(queue.is_done);
    }

    #[test]
    fn without_a_count_the_first_page_that_is_not_full_is_the_last() {
        let mut queue = queue(2);
        queue.advance(&mut page(&["a", "b"], None));
        assert!(!queue.is_done);
        queue.advance(&mut page(&["c"], None));
        assert!(queue.is_done);
    }

    #[test]
    fn a_call_that_was_on_an_earlier_page_is_removed() {
        let mut queue = queue(2);
        queue.advance(&mut page(&["a", "b"], Some(4)));
        let mut second = page(&["b", "c"], Some(4));
        queue.advance(&mut second);
        assert_eq!(second.data.len(), 1);
    }

    #[test]
    fn a_repeated_page_is_the_last() {
        let mut queue = queue(1);
        queue.advance(&mut page(&["a"], Some(100)));
        queue.advance(&mut page(&["a"], Some(100)));
        assert!(queue.is_done);
    }

    #[test]
    fn an_empty_page_is_the_last() {
        let mut queue = queue(10);
        queue.advance(&mut page(&[], Some(100)));
        assert!(queue.is_done);
    }
}
