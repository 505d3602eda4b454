import "ninjahire-calls/elements";
import { NinjaHireClient } from "ninjahire-calls";
import type {} from "ninjahire-calls/elements/react";
import {
  NinjaHireProvider,
  useCall,
  useInstantCall,
  useScreeningResults,
} from "ninjahire-calls/react";
import { searchTranscript } from "ninjahire-calls/reading";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { application, clientOptions, reportOf, watchOptions } from "./framework.mjs";

const client = new NinjaHireClient(clientOptions);

function Screening() {
  const results = useScreeningResults({ size: 3 });
  const { place, ...dial } = useInstantCall();
  const call = useCall(dial.call?.call_id, { ...watchOptions });
  // Dialing in an effect is a mistake: StrictMode runs it twice. Still, only one phone must ring.
  useEffect(() => void place(application), [place]);
  useEffect(() => void reportOf({ results, dial, call }, searchTranscript), [results, dial, call]);
  return (
    <>
      <p>{call.status}</p>
      {call.status === "done" && <ninjahire-call client={client} call={call.call ?? null} />}
    </>
  );
}

createRoot(document.querySelector("main")!).render(
  <StrictMode>
    <NinjaHireProvider client={client}>
      <Screening />
    </NinjaHireProvider>
  </StrictMode>,
);
