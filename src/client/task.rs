//! Work that goes on whoever still waits for it, with one outcome for all who do.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen_futures::spawn_local;

pub(crate) struct Task<T> {
    output: RefCell<Option<T>>,
    wakers: RefCell<Vec<Waker>>,
}

impl<T: Clone + 'static> Task<T> {
    pub(crate) fn spawn(future: impl Future<Output = T> + 'static) -> Rc<Self> {
        let task = Rc::new(Self {
            output: RefCell::new(None),
            wakers: RefCell::default(),
        });
        let running = task.clone();
        spawn_local(async move {
            let output = future.await;
            *running.output.borrow_mut() = Some(output);
            for waker in running.wakers.take() {
                waker.wake();
            }
        });
        task
    }

    pub(crate) async fn output(&self) -> T {
        poll_fn(|context| {
            if let Some(output) = &*self.output.borrow() {
                return Poll::Ready(output.clone());
            }
            let mut wakers = self.wakers.borrow_mut();
            if !wakers.iter().any(|waker| waker.will_wake(context.waker())) {
                wakers.push(context.waker().clone());
            }
            Poll::Pending
        })
        .await
    }
}
