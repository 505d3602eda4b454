//! Long work in steps, so that a page can answer its reader in between.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Ends a step: the work goes on when it is polled again.
pub(crate) async fn end_step() {
    let mut has_ended = false;
    poll_fn(|_| match std::mem::replace(&mut has_ended, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

/// Takes one step. Gives the result after the last one; then there is nothing more to poll.
pub(crate) fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// Takes all steps at once.
pub(crate) fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(result) = step(work.as_mut()) {
            return result;
        }
    }
}
