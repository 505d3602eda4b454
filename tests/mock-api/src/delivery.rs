//! Bodies that arrive slowly, in part, or not at all.

use std::future::pending;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_util::stream;
use tokio::time::sleep;

use crate::connection::{Connection, End};
use crate::faults::BodyPace;

/// How long written bytes have to reach the client before the connection is cut. A reset discards
/// bytes that are still under way, and tests need to know which bytes arrived.
const ON_ITS_WAY: Duration = Duration::from_millis(40);
const CHUNK: u64 = 64 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    Complete,
    Stall,
    End(End),
}

pub struct Delivery {
    /// Followed by spaces up to the given size.
    pub bytes: Bytes,
    pub at: u64,
    pub stop_at: u64,
    pub last: Last,
    pub pace: Option<BodyPace>,
    pub connection: Option<Arc<Connection>>,
}

impl Delivery {
    pub fn into_body(self) -> Body {
        Body::from_stream(stream::unfold(self, |mut delivery| async move {
            let chunk = delivery.next().await?;
            Some((chunk, delivery))
        }))
    }

    async fn next(&mut self) -> Option<io::Result<Bytes>> {
        if self.at == self.stop_at {
            return self.finish().await;
        }
        let size = match self.pace {
            None => CHUNK,
            Some(pace) => {
                if self.at > 0 {
                    sleep(Duration::from_millis(pace.every_ms)).await;
                }
                pace.bytes.clamp(1, CHUNK)
            }
        };
        let until = self.stop_at.min(self.at + size);
        let chunk = self.between(self.at as usize, until as usize);
        self.at = until;
        Some(Ok(chunk))
    }

    async fn finish(&self) -> Option<io::Result<Bytes>> {
        match (self.last, &self.connection) {
            (Last::Complete, _) => None,
            (Last::Stall, _) => pending().await,
            (Last::End(how), Some(connection)) => {
                sleep(ON_ITS_WAY).await;
                connection.end(how);
                pending().await
            }
            // Another server than `serve` runs this, so it can only return an error.
            (Last::End(_), None) => Some(Err(io::ErrorKind::ConnectionAborted.into())),
        }
    }

    fn between(&self, from: usize, to: usize) -> Bytes {
        let there = self.bytes.len();
        if to <= there {
            return self.bytes.slice(from..to);
        }
        let mut chunk = self.bytes.slice(from.min(there)..).to_vec();
        chunk.resize(to - from, b' ');
        chunk.into()
    }
}
