//! Every page of a listing, one after the other, at most one ahead.

use std::collections::HashSet;

use crate::api::{ScreeningResultsPage, ScreeningResultsRequest};

/// What is left to be asked for.
struct Following {
    request: ScreeningResultsRequest,
    /// The ids of the calls on earlier pages.
    seen: HashSet<String>,
    is_done: bool,
}

impl Following {
    fn new(request: ScreeningResultsRequest) -> Self {
        Self {
            request,
            seen: HashSet::new(),
            is_done: false,
        }
    }

    /// Removes from `page` the calls that were on an earlier one (a listing moves while it is
    /// read), and decides whether there is another.
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
        let unnamed = page.data.len() - new;
        // A server that sends the same page for ever is not asked for ever; where results have no
        // id to recognise them by, the count must do.
        let has_news = new > 0 || (unnamed > 0 && page.count.is_some());
        let read = u64::from(self.request.page) * u64::from(self.request.size);
        self.is_done = on_page == 0
            || !has_news
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

    use super::Following;
    use crate::api::{ScreeningResultsPage, ScreeningResultsRequest};
    use crate::client::Client;
    use crate::client::callback::Signal;
    use crate::client::options::ReadOptions;
    use crate::client::scope::{Scope, spawn_shared};
    use crate::error::Error;

    type Asked = Shared<LocalBoxFuture<'static, Rc<Result<ScreeningResultsPage, Error>>>>;

    /// The pages of a listing. Dropping it ends a request on its way.
    pub struct Pages {
        client: Client,
        options: ReadOptions,
        scope: Scope,
        ahead: Option<Asked>,
        following: Following,
    }

    impl Client {
        /// Every page of a listing, from `query.page` on.
        ///
        /// # Errors
        /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
        pub fn screening_results_pages(
            &self,
            query: ScreeningResultsRequest,
            mut options: ReadOptions,
        ) -> Result<Pages, Error> {
            let request = query.to_http(&self.inner.config.routes)?.request;
            let signal = options.signal.as_ref().map(|signal| &signal.0);
            // Each page has a deadline of its own.
            let scope = Scope::new(&request, signal, f64::INFINITY);
            options.signal = scope.signal().map(Signal);
            Ok(Pages {
                client: self.clone(),
                options,
                scope,
                ahead: None,
                following: Following::new(query),
            })
        }
    }

    impl Pages {
        /// The next page, or `None` after the last. No call is on two of them. After an error the
        /// same page may be asked for again.
        pub async fn next(&mut self) -> Option<Result<ScreeningResultsPage, Error>> {
            if self.following.is_done && self.ahead.is_none() {
                return None;
            }
            let asked = self.ahead.take().unwrap_or_else(|| self.ask());
            let page = match self.scope.wait(asked).await {
                Ok(page) => Rc::unwrap_or_clone(page),
                Err(ended) => Err(ended),
            };
            Some(page.map(|mut page| {
                self.following.advance(&mut page);
                if !self.following.is_done {
                    self.ahead = Some(self.ask());
                }
                page
            }))
        }

        fn ask(&self) -> Asked {
            let client = self.client.clone();
            let (query, options) = (self.following.request.clone(), self.options.clone());
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

    fn following(size: u32) -> Following {
        Following::new(ScreeningResultsRequest {
            size,
            ..ScreeningResultsRequest::default()
        })
    }

    #[test]
    fn pages_go_on_until_the_count_is_reached() {
        let mut following = following(2);
        following.advance(&mut page(&["a", "b"], Some(3)));
        assert!(!following.is_done);
        assert_eq!(following.request.page, 2);
        following.advance(&mut page(&["c"], Some(3)));
        assert!(following.is_done);
    }

    #[test]
    fn without_a_count_a_page_that_is_not_full_is_the_last() {
        let mut following = following(2);
        following.advance(&mut page(&["a", "b"], None));
        assert!(!following.is_done);
        following.advance(&mut page(&["c"], None));
        assert!(following.is_done);
    }

    #[test]
    fn a_call_that_was_on_an_earlier_page_is_removed() {
        let mut following = following(2);
        following.advance(&mut page(&["a", "b"], Some(4)));
        let mut second = page(&["b", "c"], Some(4));
        following.advance(&mut second);
        assert_eq!(second.data.len(), 1);
    }

    #[test]
    fn a_server_that_repeats_a_page_is_not_asked_for_ever() {
        let mut following = following(1);
        following.advance(&mut page(&["a"], Some(100)));
        following.advance(&mut page(&["a"], Some(100)));
        assert!(following.is_done);
    }

    #[test]
    fn an_empty_page_is_the_last() {
        let mut following = following(10);
        following.advance(&mut page(&[], Some(100)));
        assert!(following.is_done);
    }
}
