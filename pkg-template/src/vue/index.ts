/**
 * Composables for Vue 3.
 *
 * @example
 * createApp(App).use(ninjaHire, new NinjaHireClient({ baseUrl: "/api/ninjahire" }));
 *
 * @module
 */

import {
  type App,
  type InjectionKey,
  type MaybeRefOrGetter,
  type ShallowRef,
  getCurrentInstance,
  inject,
  onMounted,
  onScopeDispose,
  provide,
  shallowRef,
  toValue,
  watch,
} from "vue";
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

const clientKey: InjectionKey<NinjaHireClient> = Symbol("ninjahire-calls");

/** A plugin that provides a client to the whole app. */
export const ninjaHire = {
  install(app: App, client: NinjaHireClient): void {
    app.provide(clientKey, client);
  },
};

/** Provides a client to the components below the one that calls this in its `setup`. */
export function provideNinjaHire(client: NinjaHireClient): void {
  provide(clientKey, client);
}

/** The client that was provided. */
export function useNinjaHireClient(): NinjaHireClient {
  const client = inject(clientKey, undefined);
  if (!client)
    throw new TypeError("ninjahire-calls/vue: no client was provided (app.use(ninjaHire, client))");
  return client;
}

/** Subscribes to the store that `make` returns until the scope is disposed; not on a server. */
function useStore<Snapshot, Made extends Store<Snapshot>>(
  key: () => unknown,
  make: () => Made,
): { state: Readonly<ShallowRef<Snapshot>>; store: () => Made } {
  let store = make();
  const state = shallowRef(store.getSnapshot());
  let leave = () => {};
  const follow = () => {
    leave = store.subscribe(() => (state.value = store.getSnapshot()));
  };
  let isMounted = false;
  watch(
    key,
    () => {
      leave();
      store = make();
      state.value = store.getSnapshot();
      if (isMounted) follow();
    },
    { flush: "sync" },
  );
  const start = () => {
    isMounted = true;
    follow();
  };
  if (getCurrentInstance()) onMounted(start);
  else start();
  onScopeDispose(() => {
    isMounted = false;
    leave();
  });
  return { state, store: () => store };
}

/**
 * Follows a call while the component is mounted. On a server it is `"loading"`.
 *
 * @param callId a value, ref or getter; `null` or `undefined` while there is no call yet.
 * @example
 * const { state } = useCall(() => props.callId, { until: "assessed" });
 */
export function useCall(
  callId: MaybeRefOrGetter<string | null | undefined>,
  options?: MaybeRefOrGetter<CallStoreOptions | undefined>,
): { state: Readonly<ShallowRef<CallSnapshot>> } & Pick<CallStore, "refresh"> {
  const client = useNinjaHireClient();
  const { state, store } = useStore<CallSnapshot, CallStore>(
    () => keyOf({ callId: toValue(callId), options: keyOf(toValue(options)) }),
    () => createCallStore(client, toValue(callId), toValue(options)),
  );
  return { state, refresh: () => store().refresh() };
}

/**
 * Loads a listing page by page while the component is mounted.
 *
 * @param filters a value, ref or getter; `null` while there is nothing to list yet.
 * @example
 * const { state, loadMore } = useScreeningResults(() => ({ job_id: props.jobId }));
 */
export function useScreeningResults(
  filters?: MaybeRefOrGetter<ScreeningResultsRequest | null | undefined>,
): { state: Readonly<ShallowRef<ScreeningResultsSnapshot>> } & Pick<
  ScreeningResultsStore,
  "loadMore" | "refresh"
> {
  const client = useNinjaHireClient();
  const { state, store } = useStore<ScreeningResultsSnapshot, ScreeningResultsStore>(
    () => (toValue(filters) === null ? null : keyOf(toValue(filters))),
    () => createScreeningResultsStore(client, toValue(filters)),
  );
  return { state, loadMore: () => store().loadMore(), refresh: () => store().refresh() };
}

/**
 * Dials. Call `place` from an event handler: **it rings the candidate's phone**, once. Unmounting
 * the component does not cancel a dial.
 *
 * @example
 * const { state, place } = useInstantCall();
 */
export function useInstantCall(): {
  state: Readonly<ShallowRef<InstantCallSnapshot>>;
} & Pick<InstantCallStore, "place" | "reset"> {
  const client = useNinjaHireClient();
  const dial = createInstantCallStore(client);
  const { state } = useStore<InstantCallSnapshot, InstantCallStore>(
    () => null,
    () => dial,
  );
  return { state, place: dial.place, reset: dial.reset };
}
