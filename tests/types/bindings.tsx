import {
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
} from "@tanstack/query-core";
import { type CallDetails, NinjaHireClient } from "ninjahire-calls";
import {
  callQueryOptions,
  instantCallMutationOptions,
  liveCallQueryOptions,
  screeningResultsInfiniteQueryOptions,
  screeningResultsQueryOptions,
} from "ninjahire-calls/query";
import {
  NinjaHireProvider,
  useCall,
  useInstantCall,
  useScreeningResults,
} from "ninjahire-calls/react";
import { createCallStore } from "ninjahire-calls/store";
import * as svelte from "ninjahire-calls/svelte";
import * as vue from "ninjahire-calls/vue";
import type { ReactElement } from "react";
import { type App, ref } from "vue";

const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });

function Page({ callId }: { callId: string | null }): ReactElement {
  const { call, turns, error } = useCall(callId, { until: "assessed" });
  const { results, loadMore } = useScreeningResults({ job_id: "j" });
  const { place, status } = useInstantCall();
  // @ts-expect-error the store has its own signal
  useCall(callId, { signal: AbortSignal.timeout(1) });
  // @ts-expect-error not a filter
  useScreeningResults({ jobId: "j" });
  return (
    <button onClick={() => void place("a")} disabled={status === "placing"}>
      {call?.call_status} {turns.length} {String(error)} {results[0]?.call_score}
      <i onClick={loadMore} />
    </button>
  );
}
export const page = (
  <NinjaHireProvider client={client}>
    <Page callId={null} />
  </NinjaHireProvider>
);

export function inVue(app: App): string | undefined {
  app.use(vue.ninjaHire, client);
  const { state } = vue.useCall(ref("c"), () => ({ until: "ended" as const }));
  return state.value.call?.call_id;
}

export const inSvelte = (): number =>
  svelte.useScreeningResults(() => ({ size: 3 })).current.results.length;

export const stop: () => void = createCallStore(client, "c").subscribe(() => {});

const cache = new QueryClient();
export const call: CallDetails | undefined = new QueryObserver(
  cache,
  callQueryOptions(client, "c"),
).getCurrentResult().data;
export const live: CallDetails | undefined = new QueryObserver(
  cache,
  liveCallQueryOptions(client, "c", { until: "assessed" }),
).getCurrentResult().data;
export const count: number | null | undefined = new QueryObserver(
  cache,
  screeningResultsQueryOptions(client, { size: 3 }),
).getCurrentResult().data?.count;
export const pages: number | undefined = new InfiniteQueryObserver(
  cache,
  screeningResultsInfiniteQueryOptions(client),
).getCurrentResult().data?.pages.length;
const dial = instantCallMutationOptions(client);
export const placed = new MutationObserver(cache, dial).mutate({ applicationId: "a" });
// @ts-expect-error a dial is never sent again
dial.retry = 3;
// @ts-expect-error nor can it be typed so
export const wrong: typeof dial = { ...dial, retry: true };
