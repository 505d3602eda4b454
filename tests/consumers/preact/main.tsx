import "ninjahire-calls/elements";
import { NinjaHireClient } from "ninjahire-calls";
import type {} from "ninjahire-calls/elements/preact";
import {
  NinjaHireProvider,
  useCall,
  useInstantCall,
  useScreeningResults,
} from "ninjahire-calls/react";
import { searchTranscript } from "ninjahire-calls/reading";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { application, clientOptions, reportOf, watchOptions } from "./framework.mjs";

const client = new NinjaHireClient(clientOptions);

function Screening() {
  const results = useScreeningResults({ size: 3 });
  const { place, ...dial } = useInstantCall();
  const call = useCall(dial.call?.call_id, { ...watchOptions });
  useEffect(() => void place(application), [place]);
  useEffect(() => void reportOf({ results, dial, call }, searchTranscript), [results, dial, call]);
  return (
    <>
      <p>{call.status}</p>
      {call.status === "done" && <ninjahire-call client={client} call={call.call ?? null} />}
    </>
  );
}

render(
  <NinjaHireProvider client={client}>
    <Screening />
  </NinjaHireProvider>,
  document.querySelector("main")!,
);
