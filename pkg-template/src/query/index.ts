/**
 * Options for TanStack Query 5, in any framework. They are plain objects, and this module does not
 * import TanStack Query.
 *
 * @example
 * const { data } = useQuery(callQueryOptions(client, callId));
 *
 * @module
 */

import type { NinjaHireClient } from "../client.js";
import type {
  CallDetails,
  DialOptions,
  InstantCall,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "../generated/types.js";
import type { AbortSignal } from "../platform.js";
import type { CallStoreOptions } from "../store/call.js";

/** The first part of every key, by which all can be invalidated at once. */
export const ninjaHireKey = "ninjahire-calls";

/** The part of a `QueryFunctionContext` that is used. */
interface Context {
  signal: AbortSignal;
}

/** The options of a read. The query does not retry, because the client does. */
interface ReadQuery<Data, Key extends readonly unknown[]> {
  queryKey: Key;
  queryFn: (context: Context) => Promise<Data>;
  retry: false;
}

/** Call details, read once. */
export function callQueryOptions(
  client: NinjaHireClient,
  callId: string,
): ReadQuery<CallDetails, readonly [typeof ninjaHireKey, "call", string]> {
  return {
    queryKey: [ninjaHireKey, "call", callId],
    queryFn: ({ signal }) => client.getCallDetails(callId, { signal }),
    retry: false,
  };
}

/** The part of a `QueryFunctionContext` by which a running query sets its data. */
interface FollowingContext<Key> extends Context {
  client: { setQueryData(key: Key, data: CallDetails): unknown };
  queryKey: Key;
}

/**
 * Follows a call: `data` is the call as it is now, and `isFetching` is true until it has ended. It
 * polls as `watchCall` does, and stops when the query has no observers.
 */
export function liveCallQueryOptions(
  client: NinjaHireClient,
  callId: string,
  options?: CallStoreOptions,
): {
  queryKey: readonly [typeof ninjaHireKey, "live-call", string, CallStoreOptions];
  queryFn: (
    context: FollowingContext<
      readonly [typeof ninjaHireKey, "live-call", string, CallStoreOptions]
    >,
  ) => Promise<CallDetails>;
  retry: false;
  staleTime: number;
} {
  return {
    queryKey: [ninjaHireKey, "live-call", callId, options ?? {}],
    async queryFn({ signal, client: cache, queryKey }) {
      let last: CallDetails | undefined;
      for await (const { call, stale } of client.watchCall(callId, { ...options, signal })) {
        // The cache already has this state.
        if (stale) continue;
        last = call;
        cache.setQueryData(queryKey, call);
      }
      return last as CallDetails;
    },
    retry: false,
    // A call that has ended does not change.
    staleTime: Infinity,
  };
}

/** One page of screening results. */
export function screeningResultsQueryOptions(
  client: NinjaHireClient,
  filters: ScreeningResultsRequest = {},
): ReadQuery<
  ScreeningResultsPage,
  readonly [typeof ninjaHireKey, "screening-results", ScreeningResultsRequest]
> {
  return {
    queryKey: [ninjaHireKey, "screening-results", filters],
    queryFn: ({ signal }) => client.listScreeningResults(filters, { signal }),
    retry: false,
  };
}

/** Screening results page by page, for `useInfiniteQuery`. `filters.page` is the first page. */
export function screeningResultsInfiniteQueryOptions(
  client: NinjaHireClient,
  filters: ScreeningResultsRequest = {},
): {
  queryKey: readonly [typeof ninjaHireKey, "all-screening-results", ScreeningResultsRequest];
  queryFn: (context: Context & { pageParam: number }) => Promise<ScreeningResultsPage>;
  initialPageParam: number;
  getNextPageParam: (last: ScreeningResultsPage) => number | undefined;
  retry: false;
} {
  return {
    queryKey: [ninjaHireKey, "all-screening-results", filters],
    queryFn: ({ signal, pageParam }) =>
      client.listScreeningResults({ ...filters, page: pageParam }, { signal }),
    initialPageParam: filters.page ?? 1,
    getNextPageParam: ({ data, count, request: { page = 1, size = data.length } }) =>
      data.length > 0 && (count === null || page * size < count) ? page + 1 : undefined,
    retry: false,
  };
}

/** The variables of a dial: the application, and the dial's options. */
export interface InstantCallVariables extends DialOptions {
  applicationId: string;
}

/** Options of a dial, which must never be retried or delayed. */
export interface InstantCallMutationOptions {
  mutationKey: readonly [typeof ninjaHireKey, "instant-call"];
  mutationFn: (variables: InstantCallVariables) => Promise<InstantCall>;
  /** **Do not change this.** A retried dial rings a second time. */
  readonly retry: false;
  /** Otherwise a dial would wait until the browser is online, and ring when no one expects it. */
  readonly networkMode: "always";
}

/**
 * The dial, for `useMutation`: **rings the candidate's phone, now.** Call `mutate` from an event
 * handler.
 *
 * @example
 * const dial = useMutation(instantCallMutationOptions(client));
 * dial.mutate({ applicationId });
 */
export function instantCallMutationOptions(client: NinjaHireClient): InstantCallMutationOptions {
  return {
    mutationKey: [ninjaHireKey, "instant-call"],
    mutationFn: ({ applicationId, ...options }) =>
      client.initiateInstantCall(applicationId, options),
    retry: false,
    networkMode: "always",
  };
}
