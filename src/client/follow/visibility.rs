//! Pauses polling while the page is hidden or offline.

use futures_channel::mpsc;
use futures_util::StreamExt;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use crate::client::platform::{global, property};

/// Whether the page is hidden or offline. It compares with `true` and `false`, because
/// `document.hidden` is an element where the page has one of that name.
pub(super) fn is_paused() -> bool {
    property(&global("document"), "hidden") == JsValue::TRUE
        || property(&global("navigator"), "onLine") == JsValue::FALSE
}

/// Waits until the page is hidden, shown, offline or online.
pub(super) async fn visibility_changed() {
    let (report, mut reported) = mpsc::unbounded();
    let listen = |target: JsValue, name: &'static str| {
        let report = report.clone();
        let listens = property(&target, "addEventListener").is_function();
        listens.then(|| {
            let target: EventTarget = target.unchecked_into();
            // Workers refuse passive listeners, which are the default here.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&target, name, options, move |_| {
                let _ = report.unbounded_send(());
            })
        })
    };
    let _listeners = [
        listen(global("document"), "visibilitychange"),
        listen(js_sys::global().into(), "online"),
        listen(js_sys::global().into(), "offline"),
    ];
    reported.next().await;
}
