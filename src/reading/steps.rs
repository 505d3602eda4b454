//! Splits long work into steps, so that a page can handle events between them.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Ends a step. The next poll continues the work.
pub(crate) async fn end_step() {
    let mut has_ended = false;
    poll_fn(|_| match std::mem::replace(&mut has_ended, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

/// Does one step. Returns the result after the last one; do not call it again after that.
pub(crate) fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// Does all steps without a pause.
pub(crate) fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(result) = step(work.as_mut()) {
            return result;
        }
    }
}
