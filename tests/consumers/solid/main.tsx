import "ninjahire-calls/elements";
import { NinjaHireClient } from "ninjahire-calls";
import { searchTranscript } from "ninjahire-calls/reading";
import {
  type Store,
  createCallStore,
  createInstantCallStore,
  createScreeningResultsStore,
} from "ninjahire-calls/store";
import { Show, createEffect, createMemo, from, onMount } from "solid-js";
import { render } from "solid-js/web";
import { application, clientOptions, reportOf, watchOptions } from "./framework.mjs";

const client = new NinjaHireClient(clientOptions);

/** Makes a signal of a store. */
function signalOf<Snapshot>({ subscribe, getSnapshot }: Store<Snapshot>): () => Snapshot {
  const signal = from<Snapshot>((set) => subscribe(() => set(() => getSnapshot())));
  return () => signal() ?? getSnapshot();
}

function Screening() {
  const results = signalOf(createScreeningResultsStore(client, { size: 3 }));
  const store = createInstantCallStore(client);
  const dial = signalOf(store);
  const callId = createMemo(() => dial().call?.call_id);
  const followed = createMemo(() => signalOf(createCallStore(client, callId(), watchOptions)));
  const call = () => followed()();
  onMount(() => void store.place(application));
  createEffect(
    () => void reportOf({ results: results(), dial: dial(), call: call() }, searchTranscript),
  );
  return (
    <Show when={call().status === "done"} fallback={<p>{call().status}</p>}>
      <ninjahire-call prop:client={client} prop:call={call().call} />
    </Show>
  );
}

render(() => <Screening />, document.querySelector("main")!);
