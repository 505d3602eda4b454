import type { NinjaHireClient } from "../client.js";
import type {
  ScreeningResult,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "../generated/types.js";
import { type Store, StoreCore } from "./store.js";

/** The loaded part of a listing. */
export interface ScreeningResultsSnapshot {
  /**
   * `"idle"`: there is nothing to list. `"loading"`: the first page is loading. `"ready"`: at least
   * one page is loaded. `"error"`: a page could not be loaded; `results` has the earlier ones.
   */
  status: "idle" | "loading" | "ready" | "error";
  /** The results of all loaded pages; no call twice. */
  results: readonly ScreeningResult[];
  /** The total number of results, as the last page has it. */
  count: number | null;
  /** Whether `loadMore()` may find more. */
  hasMore: boolean;
  /** Whether a page is being loaded. */
  isLoading: boolean;
  /** The error, mostly a `NinjaHireError`. */
  error: unknown;
}

/** A listing that is loaded while it has subscribers. */
export interface ScreeningResultsStore extends Store<ScreeningResultsSnapshot> {
  /** Loads the next page, unless there is none or one is being loaded. After an error it loads the same page again. */
  loadMore(): void;
  /** Loads the first page again. The results stay until it arrives. */
  refresh(): void;
}

const idle: ScreeningResultsSnapshot = Object.freeze({
  status: "idle",
  results: [],
  count: null,
  hasMore: false,
  isLoading: false,
  error: undefined,
});
const loading: ScreeningResultsSnapshot = Object.freeze({
  ...idle,
  status: "loading",
  isLoading: true,
});

type Pages = AsyncGenerator<ScreeningResultsPage, void, undefined>;

/**
 * Loads a listing page by page while it has subscribers: the first page at once, each further one
 * by `loadMore()`. Without subscribers it does nothing.
 *
 * @param filters `null` while there is nothing to list yet.
 * @example
 * const store = createScreeningResultsStore(client, { job_id, size: 25 });
 * const stop = store.subscribe(() => render(store.getSnapshot()));
 */
export function createScreeningResultsStore(
  client: NinjaHireClient,
  filters: ScreeningResultsRequest | null = {},
): ScreeningResultsStore {
  const core = new StoreCore<ScreeningResultsSnapshot>(filters ? loading : idle, start);
  let pages: Pages | undefined;
  let signal: AbortSignal | undefined;
  /** The number of the next page. */
  let page = filters?.page ?? 1;
  /** The results of the earlier pages. */
  let before: readonly ScreeningResult[] = [];

  async function start(started: AbortSignal): Promise<void> {
    signal = started;
    pages = undefined;
    const { status, isLoading } = core.getSnapshot();
    if (status === "idle") return;
    if (status !== "ready") return load(started);
    // A new subscriber gets the loaded results. `loadMore()` requests an aborted page again.
    if (isLoading) core.set({ isLoading: false });
  }

  async function load(started: AbortSignal): Promise<void> {
    core.set({ isLoading: true, error: undefined });
    if (!pages) {
      const made = client.screeningResults({ ...filters, page }, { signal: started }).pages();
      pages = made;
      started.addEventListener("abort", () => void made.return(), { once: true });
    }
    try {
      const { value, done } = await pages.next();
      if (started.aborted) return;
      if (done) return core.set({ status: "ready", hasMore: false, isLoading: false });
      page = (value.request.page ?? page) + 1;
      const results = withoutRepeats(before, value.data);
      before = results;
      const { count } = value;
      // Without a count, a full page may be the last one. Then the next page is empty.
      const hasMore = value.data.length > 0 && !(count !== null && results.length >= count);
      core.set({ status: "ready", results, count, hasMore, isLoading: false });
    } catch (error) {
      pages = undefined;
      if (!started.aborted) core.set({ status: "error", error, hasMore: true, isLoading: false });
    }
  }

  return {
    subscribe: core.subscribe,
    getSnapshot: core.getSnapshot,
    loadMore() {
      const { isLoading, hasMore } = core.getSnapshot();
      if (signal && !signal.aborted && !isLoading && hasMore) void load(signal);
    },
    refresh() {
      if (!filters) return;
      page = filters.page ?? 1;
      before = [];
      core.set({ status: "loading", isLoading: true, error: undefined });
      core.restart();
    },
  };
}

function withoutRepeats(
  before: readonly ScreeningResult[],
  more: readonly ScreeningResult[],
): ScreeningResult[] {
  const seen = new Set(before.map(({ call_id }) => call_id));
  return [...before, ...more.filter(({ call_id }) => call_id === null || !seen.has(call_id))];
}
