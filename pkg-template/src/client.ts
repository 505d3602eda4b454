import { EarlyReads } from "./early-reads.js";
import { DialOutcomeUnknownError, type NinjaHireError, invalid, toError } from "./errors.js";
import type {
  CallChange,
  CallDetails,
  ClientOptions,
  DialOptions,
  InstantCall,
  ReadOptions,
  ScreeningResult,
  ScreeningResultsPage,
  ScreeningResultsRequest,
  WatchOptions,
} from "./generated/types.js";
import type { Client } from "./generated/core.js";
import { type Core, core, dialMemory } from "./instance.js";
import { type Turn, toTurns } from "./turn.js";
import { isCrash } from "./wasm.js";

/** The state of a followed call: after a change, or when the service does not answer (`stale`). */
export interface CallUpdate {
  /**
   * The call as it is now. Where the service has not answered yet, it has only a `call_id`, and
   * `null` for everything else.
   */
  call: CallDetails;
  /** The turns that are new or different: the last one often grows. Each replaces the earlier turn with its `index`. */
  newTurns: Turn[];
  /** What is new since the last update. */
  changed: CallChange;
  /**
   * Set while the service does not answer; `call` is then the last known one. The watch goes on,
   * and the update after the next answer has no `stale`.
   */
  stale?: Stale;
}

/** How long the service has not answered, and why. */
export interface Stale {
  /** For how long the service has not answered, in milliseconds. */
  sinceMs: number;
  /** The error of the last poll; `null` while it is running. */
  error: NinjaHireError | null;
}

let fetchForHeaders: ClientOptions["fetch"];

/** Sets the `fetch` for clients with custom headers, for runtimes whose own sends those to other origins. @internal */
export function useFetchForHeaders(custom: typeof fetchForHeaders): void {
  fetchForHeaders = custom;
}

/**
 * Places, follows and reads calls. In a browser, constructing the first client starts the download
 * of the wasm.
 *
 * @example
 * const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
 * const { call_id } = await client.initiateInstantCall(applicationId);
 */
export class NinjaHireClient {
  readonly #options: ClientOptions;
  readonly #earlyReads: EarlyReads | undefined;
  #current?: { generation: number; client: Client };

  /** @throws {InvalidRequestError} with the name of the wrong option. */
  constructor(options: ClientOptions = {}) {
    checkBeforeStart(options);
    this.#options = options;
    const wasm = core.running;
    if (!wasm) {
      // The download takes longest, so start it now. Where it fails, the first call tries again, and
      // reports the error.
      if (!isBrowser()) return;
      core.start().catch(() => {});
      if (!fetchForHeaders && EarlyReads.areAllowed(options)) {
        this.#earlyReads = new EarlyReads(options);
      }
      return;
    }
    try {
      this.#inside(wasm);
    } catch (report) {
      throw toError(report);
    }
  }

  /** Requests a call's details before the wasm is there to do it. Returns a function that ends the request. */
  #readEarly(callId: string, options?: ReadOptions | WatchOptions): (() => void) | undefined {
    return core.running ? undefined : this.#earlyReads?.send(callId, options);
  }

  /** The client inside the current wasm instance. */
  #inside(wasm: Core): Client {
    const { generation } = core;
    if (this.#current?.generation !== generation) {
      const earlyReads = this.#earlyReads?.fetch;
      const client = new wasm.Client(this.#options, dialMemory, earlyReads, fetchForHeaders);
      this.#current = { generation, client };
    }
    return this.#current.client;
  }

  /**
   * Initiate an instant call for an application: **rings the candidate's phone, now.** The request
   * is sent once. Simultaneous calls for one application share it, and another call soon after is
   * refused.
   *
   * @param applicationId The ID of the application for which the instant call is triggered.
   * @throws {DialOutcomeUnknownError} whenever a phone may be ringing. After every other error no phone rings.
   */
  async initiateInstantCall(applicationId: string, options?: DialOptions): Promise<InstantCall> {
    try {
      return await core.run((wasm) =>
        this.#inside(wasm).initiateInstantCall(applicationId, options),
      );
    } catch (cause) {
      if (!isCrash(cause)) throw cause;
      throw new DialOutcomeUnknownError({
        code: "dial_outcome_unknown",
        message: `The candidate's phone may be ringing: the program crashed while calling for application ${applicationId}. Do not call again; look with listScreeningResults({ application_id }) first.`,
        cause,
        applicationId,
      } as ConstructorParameters<typeof DialOutcomeUnknownError>[0]);
    }
  }

  /**
   * Retrieve call details for a specific call.
   *
   * @param callId Unique identifier for the call.
   */
  async getCallDetails(callId: string, options?: ReadOptions): Promise<CallDetails> {
    const endEarlyRead = this.#readEarly(callId, options);
    try {
      return await core.run((wasm) => this.#inside(wasm).getCallDetails(callId, options));
    } finally {
      endEarlyRead?.();
    }
  }

  /** Retrieve one page of screening call results. */
  listScreeningResults(
    filters?: ScreeningResultsRequest,
    options?: ReadOptions,
  ): Promise<ScreeningResultsPage> {
    return core.run((wasm) => this.#inside(wasm).listScreeningResults(filters, options));
  }

  /**
   * Every result of every page, and no call twice. It loads pages lazily, at most one ahead.
   * `timeoutMs` applies to each page. `return()` stops it at once, even while a page is loading.
   *
   * @example
   * for await (const result of client.screeningResults({ job_id })) show(result);
   */
  screeningResults(filters?: ScreeningResultsRequest, options?: ReadOptions): ScreeningResults {
    return new ScreeningResults(() =>
      iterate<ScreeningResultsPage>((wasm, last) => {
        const rest = last ? { ...filters, page: last.request.page! + 1 } : filters;
        return this.#inside(wasm).screeningResultsPages(rest, options);
      }),
    );
  }

  /**
   * Follows a call until it has ended, or until it is assessed. It gives the current state first,
   * and then an update whenever something is new. It pauses while the page is hidden or offline.
   * While the service does not answer, an update reports it (`stale`) after `staleAfterMs`, and
   * another one where the error changes. `return()` stops it at once, even while `next()` is
   * pending.
   *
   * @example
   * for await (const { call, newTurns } of client.watchCall(call_id)) render(call, newTurns);
   */
  watchCall(callId: string, options?: WatchOptions): AsyncGenerator<CallUpdate, void, undefined> {
    const updates = iterate((wasm) => this.#inside(wasm).watchCall(callId, options));
    const readEarly = () =>
      globalThis.document?.hidden ? undefined : this.#readEarly(callId, options);
    const withTurns = async function* (): AsyncGenerator<CallUpdate, void, undefined> {
      const endEarlyRead = readEarly();
      try {
        for await (const { call, changed, turns, stale } of updates) {
          const newTurns = toTurns(call.transcript ?? "", turns, changed.firstNewTurn);
          const update: CallUpdate = { call, newTurns, changed };
          if (stale) update.stale = { ...stale, error: toError(stale.error) as Stale["error"] };
          yield update;
        }
      } finally {
        endEarlyRead?.();
      }
    };
    return interruptible(withTurns(), () => void updates.return());
  }

  /** Follows a call like {@link watchCall}, and returns its last state. */
  async waitForCall(callId: string, options?: WatchOptions): Promise<CallDetails> {
    let last: CallDetails | undefined;
    for await (const { call } of this.watchCall(callId, options)) last = call;
    // There is at least one update, or an error.
    return last as CallDetails;
  }
}

/** The results of a listing, page after page. */
export class ScreeningResults implements AsyncIterable<ScreeningResult> {
  readonly #pages: () => AsyncGenerator<ScreeningResultsPage, void, undefined>;
  /** The number of results so far. */
  seen = 0;
  /** The total number of results, as the last page has it. */
  count: number | null = null;

  /** @internal */
  constructor(pages: () => AsyncGenerator<ScreeningResultsPage, void, undefined>) {
    this.#pages = pages;
  }

  /** The same, page by page. A page's `data` has no call that was on an earlier page. */
  pages(): AsyncGenerator<ScreeningResultsPage, void, undefined> {
    const pages = this.#pages();
    const counted = async function* (this: ScreeningResults) {
      this.seen = 0;
      for await (const page of pages) {
        this.count = page.count;
        this.seen += page.data.length;
        yield page;
      }
    };
    return interruptible(counted.call(this), () => void pages.return());
  }

  [Symbol.asyncIterator](): AsyncGenerator<ScreeningResult, void, undefined> {
    const pages = this.pages();
    const results = async function* (this: ScreeningResults) {
      for await (const page of pages) {
        this.seen -= page.data.length;
        for (const result of page.data) {
          this.seen += 1;
          yield result;
        }
      }
    };
    return interruptible(results.call(this), () => void pages.return());
  }
}

/** A source of pages or updates in the wasm. */
interface Items<T> {
  /** The next item; `undefined` after the last. */
  next(): Promise<T | undefined>;
  free(): void;
}

/**
 * Iterates over items of the wasm, and frees their source at the end. Where the wasm instance was
 * replaced meanwhile, it calls `start` again, with the last item.
 */
function iterate<T>(
  start: (wasm: Core, last: T | undefined) => Items<T>,
): AsyncGenerator<T, void, undefined> {
  let items: Items<T> | undefined;
  let generation = core.generation;
  let last: T | undefined;
  let isOver = false;
  const next = async (wasm: Core) => {
    if (isOver) return undefined;
    if (generation !== core.generation) items = undefined;
    generation = core.generation;
    return (items ??= start(wasm, last)).next();
  };
  /** Frees the source, which also ends a pending `next()`. */
  const release = () => {
    isOver = true;
    if (generation === core.generation) items?.free();
    items = undefined;
  };
  const run = async function* () {
    try {
      while ((last = await core.run(next)) !== undefined) yield last;
    } finally {
      release();
    }
  };
  return interruptible(run(), release);
}

/** Makes `return` interrupt a pending `next`. By itself, a generator's `return` waits for it. */
function interruptible<T>(
  generator: AsyncGenerator<T, void, undefined>,
  interrupt: () => void,
): AsyncGenerator<T, void, undefined> {
  const end = generator.return.bind(generator);
  generator.return = (value) => {
    interrupt();
    return end(value);
  };
  return generator;
}

/** Checks options before the wasm has loaded: refuses a key in a browser, and a route without its id. */
function checkBeforeStart(options: ClientOptions): void {
  if (typeof options !== "object" || options === null) {
    throw invalid("options", "must be an object");
  }
  const { apiKey, dangerouslyAllowBrowser, routes } = options;
  if (apiKey !== undefined && !dangerouslyAllowBrowser && isBrowser()) {
    throw invalid(
      "apiKey",
      "must not be in a browser: everyone who opens the page can read it. Keep it on a server, behind `ninjahire-calls/proxy`.",
    );
  }
  for (const [name, placeholder] of [
    ["instantCall", "{application_id}"],
    ["callDetails", "{call_id}"],
  ] as const) {
    // The wasm checks the types later.
    if (!String(routes?.[name] ?? placeholder).includes(placeholder)) {
      throw invalid(`routes.${name}`, `must have ${placeholder} once`);
    }
  }
}

/** Whether this is a page or one of its workers. The user agent of a server runtime starts differently. */
function isBrowser(): boolean {
  return typeof navigator === "object" && /^Mozilla\//.test(navigator.userAgent ?? "");
}
