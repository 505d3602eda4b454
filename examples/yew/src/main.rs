//! Lists results, places a call, follows it and shows its turns, with Yew.
//!
//! `/?application=…` is the page of one application; the proxy is at `/api/ninjahire`.

use ninjahire_calls::api::{CallDetails, ScreeningResultsRequest};
use ninjahire_calls::client::{Client, ClientOptions, DialOptions, ReadOptions, WatchOptions};
use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

fn main() {
    yew::Renderer::<App>::new().render();
}

/// The displayed state of the call.
#[derive(Clone, Default, PartialEq)]
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

fn make_client() -> Client {
    Client::new(ClientOptions {
        base_url: "/api/ninjahire".into(),
        ..ClientOptions::default()
    })
    .expect("the options are right")
}

#[component]
fn App() -> Html {
    let client = (*use_memo((), |()| make_client())).clone();
    let listed = use_state(String::new);
    let shown = use_state(Shown::default);
    let error = use_state(String::new);
    let is_calling = use_state(|| false);

    {
        let (client, listed) = (client.clone(), listed.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let request = ScreeningResultsRequest::default();
                let page = client
                    .list_screening_results(request, ReadOptions::default())
                    .await;
                listed.set(page.map_or_else(
                    |error| error.to_string(),
                    |page| page.data.len().to_string(),
                ));
            });
        });
    }

    // Only in the handler of a click: a dial rings a person's phone.
    let call = {
        let (shown, error, is_calling) = (shown.clone(), error.clone(), is_calling.clone());
        Callback::from(move |_: MouseEvent| {
            let (client, shown) = (client.clone(), shown.clone());
            let (error, is_calling) = (error.clone(), is_calling.clone());
            is_calling.set(true);
            spawn_local(async move {
                let application = query("application");
                let show = |call: &CallDetails| shown.set(Shown::of(call));
                if let Err(problem) = place_and_follow(&client, &application, show).await {
                    error.set(problem.to_string());
                }
                is_calling.set(false);
            });
        })
    };

    html! {
        <>
            <p id="listed">{ &*listed }</p>
            <button id="call" onclick={call} disabled={*is_calling}>{ "Call" }</button>
            <p id="error">{ &*error }</p>
            <p id="status">{ &shown.status }</p>
            <ol id="turns">
                { for shown.turns.iter().map(|(role, text)| html! { <li class={format!("{role:?}")}>{ text }</li> }) }
            </ol>
        </>
    }
}

async fn place_and_follow(
    client: &Client,
    application: &str,
    show: impl Fn(&CallDetails),
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
        show(&update?.call);
    }
    Ok(())
}

/// A parameter of the page's address.
fn query(name: &str) -> String {
    let search = web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default();
    search
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        .unwrap_or_default()
        .to_owned()
}
