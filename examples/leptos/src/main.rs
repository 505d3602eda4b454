//! Lists results, places a call, follows it and shows its turns, with Leptos.
//!
//! `/?application=…` is the page of one application; the proxy is at `/api/ninjahire`.
//!
//! The client's futures are not `Send`: a page has one thread, and `fetch` belongs to it. So they
//! run in `LocalResource` and `spawn_local`, and clients are stored in `StoredValue::new_local` or
//! `LocalStorage`.

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use ninjahire_calls::api::{CallDetails, ScreeningResultsRequest};
use ninjahire_calls::client::{Client, ClientOptions, DialOptions, ReadOptions, WatchOptions};
use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}

/// The displayed state of the call.
#[derive(Clone, Default)]
struct Shown {
    status: String,
    turns: Vec<(Role, String)>,
}

impl Shown {
    fn of(call: &CallDetails) -> Self {
        let transcript = call.report.transcript.clone().unwrap_or_default();
        let transcript = transcript.as_str();
        let turns = parse_transcript(&transcript, &TranscriptOptions::default());
        Self {
            status: call
                .report
                .call_status
                .as_ref()
                .map_or_else(String::new, |status| status.as_str().to_owned()),
            turns: turns
                .iter()
                .map(|turn| (turn.role, turn.text(&transcript).to_owned()))
                .collect(),
        }
    }
}

#[component]
fn App() -> impl IntoView {
    let client = Client::new(ClientOptions {
        base_url: "/api/ninjahire".into(),
        ..ClientOptions::default()
    })
    .expect("the options are right");
    let application = query("application");

    let lister = client.clone();
    let results = LocalResource::new(move || {
        let client = lister.clone();
        async move {
            client
                .list_screening_results(ScreeningResultsRequest::default(), ReadOptions::default())
                .await
                .map(|page| page.data.len())
                .map_err(|error| error.to_string())
        }
    });

    let shown = RwSignal::new(Shown::default());
    let error = RwSignal::new(None::<String>);
    let is_calling = RwSignal::new(false);
    let client = StoredValue::new_local(client);
    // Only in the handler of a click: a dial rings a person's phone.
    let call = move |_| {
        let (client, application) = (client.get_value(), application.clone());
        is_calling.set(true);
        spawn_local(async move {
            if let Err(problem) = place_and_follow(&client, &application, shown).await {
                error.set(Some(problem.to_string()));
            }
            is_calling.set(false);
        });
    };

    view! {
        <p id="listed">
            {move || results.get().map(|listed| listed.map_or_else(|error| error, |n| n.to_string()))}
        </p>
        <button id="call" on:click=call disabled=move || is_calling.get()>"Call"</button>
        <p id="error">{move || error.get()}</p>
        <p id="status">{move || shown.get().status}</p>
        <ol id="turns">
            {move || {
                let turn = |(role, text)| view! { <li class=format!("{role:?}")>{text}</li> };
                shown.get().turns.into_iter().map(turn).collect_view()
            }}
        </ol>
    }
}

async fn place_and_follow(
    client: &Client,
    application: &str,
    shown: RwSignal<Shown>,
) -> Result<(), ninjahire_calls::Error> {
    let placed = client
        .initiate_instant_call(application, DialOptions::default())
        .await?;
    let Some(call_id) = placed.call_id else {
        // The phone rings. List the screening results of the application to find the call.
        return Ok(());
    };
    let mut watch = client.watch_call(&call_id.as_str(), WatchOptions::default())?;
    while let Some(update) = watch.next().await {
        shown.set(Shown::of(&update?.call));
    }
    Ok(())
}

/// A parameter of the page's address.
fn query(name: &str) -> String {
    let search = window().location().search().unwrap_or_default();
    search
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        .unwrap_or_default()
        .to_owned()
}
