//! One request and its answer, tracked to the last byte. The log shows whether the whole answer was
//! sent, and a connection is idle only when nothing is under way on it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::response::Response;
use http_body_util::BodyExt;
use hyper::body::{Frame, SizeHint};

use crate::connection::Connection;
use crate::log::{Outcome, RequestNumber};
use crate::state::Shared;

pub struct Exchange {
    mock: Shared,
    connection: Option<Arc<Connection>>,
    /// The number of the request on its connection.
    nth: u64,
    number: Option<RequestNumber>,
    sent: bool,
}

impl Exchange {
    pub fn begin(mock: &Shared, request: &Request, connection: Option<Arc<Connection>>) -> Self {
        let nth = connection
            .as_ref()
            .map_or(1, |connection| connection.begin());
        let path = request.uri().path();
        let steering = path == "/__mock" || path.starts_with("/__mock/");
        let number = (!steering).then(|| {
            let on = connection.as_ref().map(|connection| (connection.id, nth));
            mock.log(|log| log.received(request.method(), request.uri(), request.headers(), on))
        });
        Self {
            mock: mock.clone(),
            connection,
            nth,
            number,
            sent: false,
        }
    }

    /// `None` for a request that controls the mock.
    pub fn number(&self) -> Option<RequestNumber> {
        self.number
    }

    pub fn is_warm(&self) -> bool {
        self.nth > 1
    }

    pub fn track(mut self, response: Response) -> Response {
        let status = response.status().as_u16();
        self.note(|entry| entry.status = Some(status));
        // The end of an empty body may never be polled.
        self.sent = response.body().is_end_stream();
        response.map(|inner| {
            Body::new(Tracked {
                inner,
                exchange: self,
            })
        })
    }

    fn note(&self, change: impl FnOnce(&mut crate::log::Entry)) {
        if let Some(number) = self.number {
            self.mock.log(|log| log.note(number, change));
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let outcome = if self.sent {
            Outcome::Sent
        } else {
            Outcome::Dropped
        };
        self.note(|entry| entry.outcome = outcome);
        if let Some(connection) = &self.connection {
            connection.finish();
        }
    }
}

struct Tracked {
    inner: Body,
    exchange: Exchange,
}

impl HttpBody for Tracked {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.inner).poll_frame(context);
        if matches!(frame, Poll::Ready(None)) || self.inner.is_end_stream() {
            self.exchange.sent = true;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// The whole of a body. The mock's own bodies do not fail.
pub async fn whole(body: Body) -> Bytes {
    body.collect()
        .await
        .map(|collected| collected.to_bytes())
        .unwrap_or_default()
}
