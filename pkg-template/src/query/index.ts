/**
 * Options for TanStack Query 5, in any framework: plain objects, which import nothing of it.
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

/** Begins every key, so that all can be invalidated at once. */
export const ninjaHireKey = "ninjahire-calls";

/** The part of a `QueryFunctionContext` that is used. */
interface Context {
  signal: AbortSignal;
}

/** What all reads have: the client itself tries again, so the query need not. */
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

/** The part of a `QueryFunctionContext` with which a query shows what it has so far. */
interface FollowingContext<Key> extends Context {
  client: { setQueryData(key: Key, data: CallDetails): unknown };
  queryKey: Key;
}

/**
 * A call that is followed: `data` is the call as it is now, `isFetching` is true until it has ended.
 * Polls as `watchCall` does, and stops when nobody observes the query.
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
        // The call as it was is there already.
        if (stale) continue;
        last = call;
        cache.setQueryData(queryKey, call);
      }
      return last as CallDetails;
    },
    retry: false,
    // What has ended stays as it is.
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

/** Screening results page after page, for `useInfiniteQuery`. `filters.page` is the first one. */
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

/** Whom to call, and how. */
export interface InstantCallVariables extends DialOptions {
  applicationId: string;
}

/** Options of a dial. They have no way to try again, and none to wait for the network. */
export interface InstantCallMutationOptions {
  mutationKey: readonly [typeof ninjaHireKey, "instant-call"];
  mutationFn: (variables: InstantCallVariables) => Promise<InstantCall>;
  /** **Never anything else.** A dial that is sent again rings a second time. */
  readonly retry: false;
  /** A dial that waited until the browser is online again would ring when nobody expects it. */
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
