import {
  NinjaHireProvider,
  useCall,
  useInstantCall,
  useScreeningResults,
} from "ninjahire-calls/react";
import { StrictMode, Suspense, lazy, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { client, watchOptions } from "./world.mjs";

function Call({ callId }) {
  const { status, turns } = useCall(callId, watchOptions());
  globalThis.renders = (globalThis.renders ?? 0) + 1;
  return (
    <>
      <p id="status">{status}</p>
      <ol id="turns">
        {turns.map(({ index, text }) => (
          <li key={index}>{text}</li>
        ))}
      </ol>
    </>
  );
}

function Results() {
  const { results, hasMore, loadMore } = useScreeningResults({ size: 3 });
  return (
    <>
      <p id="count">{results.length}</p>
      <button id="more" disabled={!hasMore} onClick={loadMore} />
    </>
  );
}

// Suspends at first, so that React renders the tree around it and discards it.
const Late = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { default: () => <p id="late" /> };
});

function App({ application, isDialedByEffect }) {
  const { place, call, status } = useInstantCall();
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    // A mistake that the client must handle.
    if (isDialedByEffect) place(application);
  }, []);
  return (
    <>
      <button id="place" onClick={() => place(application)} />
      <button id="toggle" onClick={() => setShown(!isShown)} />
      <p id="dial">{status}</p>
      {isShown && <Call callId={call?.call_id} />}
      <Results />
      <Late />
    </>
  );
}

globalThis.mount = (props) => {
  const root = createRoot(document.querySelector("main"));
  root.render(
    <StrictMode>
      <NinjaHireProvider client={client}>
        <Suspense>
          <App {...props} />
        </Suspense>
      </NinjaHireProvider>
    </StrictMode>,
  );
  return () => root.unmount();
};
