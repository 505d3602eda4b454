"use client";

/**
 * Hooks for React 18 and 19.
 *
 * @example
 * const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
 * <NinjaHireProvider client={client}><App /></NinjaHireProvider>
 *
 * @module
 */

import {
  type ReactNode,
  createContext,
  createElement,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
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

const ClientContext = createContext<NinjaHireClient | undefined>(undefined);

/** Provides a client to the hooks below it. Create the client once, outside of any component. */
export function NinjaHireProvider(props: {
  client: NinjaHireClient;
  children?: ReactNode;
}): ReactNode {
  return createElement(ClientContext.Provider, { value: props.client }, props.children);
}

/** The client of the nearest {@link NinjaHireProvider}. */
export function useNinjaHireClient(): NinjaHireClient {
  const client = useContext(ClientContext);
  if (!client) throw new TypeError("ninjahire-calls/react: there is no <NinjaHireProvider> above");
  return client;
}

function useStore<Snapshot>({ subscribe, getSnapshot }: Store<Snapshot>): Snapshot {
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}

/**
 * Follows a call while the component is mounted. On a server it is `"loading"`.
 *
 * @param callId `null` or `undefined` while there is no call yet.
 * @example
 * const { status, call, turns } = useCall(callId, { until: "assessed" });
 */
export function useCall(
  callId: string | null | undefined,
  options?: CallStoreOptions,
): CallSnapshot & Pick<CallStore, "refresh"> {
  const client = useNinjaHireClient();
  // Options are compared by content, because each render makes a new object.
  const key = keyOf(options);
  const store = useMemo(() => createCallStore(client, callId, options), [client, callId, key]);
  const snapshot = useStore(store);
  return useMemo(() => ({ ...snapshot, refresh: store.refresh }), [snapshot, store]);
}

/**
 * Loads a listing page by page while the component is mounted.
 *
 * @param filters `null` while there is nothing to list yet.
 * @example
 * const { results, hasMore, loadMore } = useScreeningResults({ job_id, size: 25 });
 */
export function useScreeningResults(
  filters?: ScreeningResultsRequest | null,
): ScreeningResultsSnapshot & Pick<ScreeningResultsStore, "loadMore" | "refresh"> {
  const client = useNinjaHireClient();
  const key = filters === null ? null : keyOf(filters);
  const store = useMemo(() => createScreeningResultsStore(client, filters), [client, key]);
  const snapshot = useStore(store);
  const { loadMore, refresh } = store;
  return useMemo(() => ({ ...snapshot, loadMore, refresh }), [snapshot, store]);
}

/**
 * Dials. Call `place` from an event handler: **it rings the candidate's phone**, once. Unmounting
 * the component does not cancel a dial.
 *
 * @example
 * const { place, status, error } = useInstantCall();
 * <button disabled={status === "placing"} onClick={() => place(applicationId)}>Call</button>
 */
export function useInstantCall(): InstantCallSnapshot & Pick<InstantCallStore, "place" | "reset"> {
  const client = useNinjaHireClient();
  const [made, setMade] = useState(() => ({ client, store: createInstantCallStore(client) }));
  let { store } = made;
  if (made.client !== client) {
    // The provider has changed. The store is state and not a memo, because React may discard memos.
    store = createInstantCallStore(client);
    setMade({ client, store });
  }
  const snapshot = useStore(store);
  const { place, reset } = store;
  return useMemo(() => ({ ...snapshot, place, reset }), [snapshot, store]);
}
