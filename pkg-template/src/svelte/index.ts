/**
 * Functions for Svelte 5.
 *
 * @example
 * <script>
 *   import { setNinjaHireClient, useCall } from "ninjahire-calls/svelte";
 *   setNinjaHireClient(client); // once, in a component above
 *   const call = useCall(() => callId);
 * </script>
 * {call.current.status}
 *
 * @module
 */

import { getContext, setContext } from "svelte";
import { createSubscriber } from "svelte/reactivity";
import type { NinjaHireClient } from "../client.js";
import type { ScreeningResultsRequest } from "../generated/types.js";
import {
  type CallSnapshot,
  type CallStore,
  type CallStoreOptions,
  createCallStore,
} from "../store/call.js";
import {
  type InstantCallSnapshot,
  type InstantCallStore,
  createInstantCallStore,
} from "../store/instant-call.js";
import {
  type ScreeningResultsSnapshot,
  type ScreeningResultsStore,
  createScreeningResultsStore,
} from "../store/screening-results.js";
import { type Store, keyOf } from "../store/store.js";

const clientKey = Symbol.for("ninjahire-calls");

/** A value, or a reactive function that returns it. */
export type ValueOrGetter<T> = T | (() => T);

const valueOf = <T>(given: ValueOrGetter<T>): T =>
  typeof given === "function" ? (given as () => T)() : given;

/** Provides a client to the components below the one that calls this. */
export function setNinjaHireClient(client: NinjaHireClient): void {
  setContext(clientKey, client);
}

/** The client of the nearest component above that set one. */
export function useNinjaHireClient(): NinjaHireClient {
  const client = getContext<NinjaHireClient | undefined>(clientKey);
  if (!client)
    throw new TypeError("ninjahire-calls/svelte: no client was set (setNinjaHireClient)");
  return client;
}

/** The store for the current key. It has a subscriber while an effect or a template reads `current`. */
function useStore<Snapshot, Made extends Store<Snapshot>>(key: () => unknown, make: () => Made) {
  let made: { key: unknown; store: Made; follow: () => void } | undefined;
  const now = () => {
    const wanted = key();
    if (made?.key !== wanted || !made) {
      const store = make();
      made = { key: wanted, store, follow: createSubscriber((update) => store.subscribe(update)) };
    }
    return made;
  };
  return {
    store: () => now().store,
    current: () => {
      const { store, follow } = now();
      follow();
      return store.getSnapshot();
    },
  };
}

/**
 * Follows a call while `current` is read in a template or an effect. On a server it is `"loading"`.
 *
 * @param callId the id, or a function that returns it; `null` or `undefined` while there is no call yet.
 * @example
 * const call = useCall(() => callId, { until: "assessed" });
 */
export function useCall(
  callId: ValueOrGetter<string | null | undefined>,
  options?: ValueOrGetter<CallStoreOptions | undefined>,
): { readonly current: CallSnapshot } & Pick<CallStore, "refresh"> {
  const client = useNinjaHireClient();
  const { store, current } = useStore<CallSnapshot, CallStore>(
    () => keyOf({ callId: valueOf(callId), options: keyOf(valueOf(options)) }),
    () => createCallStore(client, valueOf(callId), valueOf(options)),
  );
  return {
    get current() {
      return current();
    },
    refresh: () => store().refresh(),
  };
}

/**
 * Loads a listing page by page while `current` is read in a template or an effect.
 *
 * @param filters the filters, or a function that returns them; `null` while there is nothing to list yet.
 * @example
 * const results = useScreeningResults(() => ({ job_id: jobId }));
 */
export function useScreeningResults(
  filters?: ValueOrGetter<ScreeningResultsRequest | null | undefined>,
): { readonly current: ScreeningResultsSnapshot } & Pick<
  ScreeningResultsStore,
  "loadMore" | "refresh"
> {
  const client = useNinjaHireClient();
  const { store, current } = useStore<ScreeningResultsSnapshot, ScreeningResultsStore>(
    () => (valueOf(filters) === null ? null : keyOf(valueOf(filters))),
    () => createScreeningResultsStore(client, valueOf(filters)),
  );
  return {
    get current() {
      return current();
    },
    loadMore: () => store().loadMore(),
    refresh: () => store().refresh(),
  };
}

/**
 * Dials. Call `place` from an event handler: **it rings the candidate's phone**, once. Destroying
 * the component does not cancel a dial.
 *
 * @example
 * const dial = useInstantCall();
 * <button onclick={() => dial.place(applicationId)}>Call</button> {dial.current.status}
 */
export function useInstantCall(): { readonly current: InstantCallSnapshot } & Pick<
  InstantCallStore,
  "place" | "reset"
> {
  const client = useNinjaHireClient();
  const dial = createInstantCallStore(client);
  const { current } = useStore<InstantCallSnapshot, InstantCallStore>(
    () => null,
    () => dial,
  );
  return {
    get current() {
      return current();
    },
    place: dial.place,
    reset: dial.reset,
  };
}
