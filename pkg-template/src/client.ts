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

/** A call that has changed, or whose service does not answer (`stale`). */
export interface CallUpdate {
  /**
   * The call as it is now. Where the service has not answered at all so far, it has its `call_id`,
   * and `null` for everything else.
   */
  call: CallDetails;
  /** Turns that are new, or differ from before: the last one often grows. By `index`, each replaces the one before it. */
  newTurns: Turn[];
  /** What is new. */
  changed: CallChange;
  /**
   * Only while the service does not answer: `call` is as it was then. The watch goes on, and the
   * update after the next answer has no `stale`.
   */
  stale?: Stale;
}

/** That the service does not answer. */
export interface Stale {
  /** For how long, in milliseconds. */
  sinceMs: number;
  /** What the last poll failed with; `null` where its answer is still waited for. */
  error: NinjaHireError | null;
}

let fetchForHeaders: ClientOptions["fetch"];

/** For runtimes whose own `fetch` sends custom headers to other origins. @internal */
export function useFetchForHeaders(custom: typeof fetchForHeaders): void {
  fetchForHeaders = custom;
}

/**
 * Places, follows and reads calls. In a browser the first one starts the download of the wasm.
 *
 * @example
 * const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
 * const { call_id } = await client.initiateInstantCall(applicationId);
 */
export class NinjaHireClient {
  readonly #options: ClientOptions;
  #made?: { generation: number; client: Client };

  /** @throws {InvalidRequestError} naming the option that is wrong. */
  constructor(options: ClientOptions = {}) {
    checkAtOnce(options);
    this.#options = options;
    const wasm = core.running;
    if (!wasm) {
      // The download takes longest, so it begins now. The first call tries again, and says what failed.
      if (isBrowser()) core.start().catch(() => {});
      return;
    }
    try {
      this.#in(wasm);
    } catch (report) {
      throw toError(report);
    }
  }

  /** The client within the wasm instance. A new instance gets a new one. */
  #in(wasm: Core): Client {
    const { generation } = core;
    if (this.#made?.generation !== generation) {
      const client = new wasm.Client(this.#options, dialMemory, fetchForHeaders);
      this.#made = { generation, client };
    }
    return this.#made.client;
  }

  /**
   * Initiate an instant call for an application: **rings the candidate's phone, now.** Sent once;
   * calls for one application at the same time share one request, and another soon after is refused.
   *
   * @param applicationId The ID of the application for which the instant call is triggered.
   * @throws {DialOutcomeUnknownError} whenever a phone may be ringing; with every other error none is.
   */
  async initiateInstantCall(applicationId: string, options?: DialOptions): Promise<InstantCall> {
    try {
      return await core.run((wasm) => this.#in(wasm).initiateInstantCall(applicationId, options));
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
  getCallDetails(callId: string, options?: ReadOptions): Promise<CallDetails> {
    return core.run((wasm) => this.#in(wasm).getCallDetails(callId, options));
  }

  /** Retrieve one page of screening call results. */
  listScreeningResults(
    filters?: ScreeningResultsRequest,
    options?: ReadOptions,
  ): Promise<ScreeningResultsPage> {
    return core.run((wasm) => this.#in(wasm).listScreeningResults(filters, options));
  }

  /**
   * Every result of every page, lazily, at most one page ahead; no call twice. `timeoutMs` is for
   * each page. `return()` stops it at once, also while a page is waited for.
   *
   * @example
   * for await (const result of client.screeningResults({ job_id })) show(result);
   */
  screeningResults(filters?: ScreeningResultsRequest, options?: ReadOptions): ScreeningResults {
    return new ScreeningResults(() =>
      iterate<ScreeningResultsPage>((wasm, last) => {
        const rest = last ? { ...filters, page: last.request.page! + 1 } : filters;
        return this.#in(wasm).screeningResultsPages(rest, options);
      }),
    );
  }

  /**
   * Follows a call until it has ended, or is assessed: the call as it is at once, then whenever
   * something is new. Pauses while the page is hidden or offline. While the service does not answer,
   * an update says so (`stale`) after `staleAfterMs`, and another where the reason is a new one.
   * `return()` stops it at once, also while an update is waited for.
   *
   * @example
   * for await (const { call, newTurns } of client.watchCall(call_id)) render(call, newTurns);
   */
  watchCall(callId: string, options?: WatchOptions): AsyncGenerator<CallUpdate, void, undefined> {
    const updates = iterate((wasm) => this.#in(wasm).watchCall(callId, options));
    const read = async function* (): AsyncGenerator<CallUpdate, void, undefined> {
      for await (const { call, changed, turns, stale } of updates) {
        const newTurns = toTurns(call.transcript ?? "", turns, changed.firstNewTurn);
        const update: CallUpdate = { call, newTurns, changed };
        if (stale) update.stale = { ...stale, error: toError(stale.error) as Stale["error"] };
        yield update;
      }
    };
    return interruptible(read(), () => void updates.return());
  }

  /** The last update's call of {@link watchCall}. */
  async waitForCall(callId: string, options?: WatchOptions): Promise<CallDetails> {
    let last: CallDetails | undefined;
    for await (const { call } of this.watchCall(callId, options)) last = call;
    // The first update comes before the end, or an error instead of it.
    return last as CallDetails;
  }
}

/** The results of a listing, page after page. */
export class ScreeningResults implements AsyncIterable<ScreeningResult> {
  readonly #pages: () => AsyncGenerator<ScreeningResultsPage, void, undefined>;
  /** How many results were handed over so far. */
  seen = 0;
  /** How many there are in all, according to the last page. */
  count: number | null = null;

  /** @internal */
  constructor(pages: () => AsyncGenerator<ScreeningResultsPage, void, undefined>) {
    this.#pages = pages;
  }

  /** The same by pages. Calls that were on an earlier page are left out of `data`. */
  pages(): AsyncGenerator<ScreeningResultsPage, void, undefined> {
    const pages = this.#pages();
    const read = async function* (this: ScreeningResults) {
      this.seen = 0;
      for await (const page of pages) {
        this.count = page.count;
        this.seen += page.data.length;
        yield page;
      }
    };
    return interruptible(read.call(this), () => void pages.return());
  }

  [Symbol.asyncIterator](): AsyncGenerator<ScreeningResult, void, undefined> {
    const pages = this.pages();
    const read = async function* (this: ScreeningResults) {
      for await (const page of pages) {
        this.seen -= page.data.length;
        for (const result of page.data) {
          this.seen += 1;
          yield result;
        }
      }
    };
    return interruptible(read.call(this), () => void pages.return());
  }
}

/** Pages or updates of the wasm, one after the other. */
interface Items<T> {
  /** `undefined` after the last. */
  next(): Promise<T | undefined>;
  free(): void;
}

/**
 * Iterates over items of the wasm, and releases them at the end. Where the wasm was replaced
 * meanwhile, `start` is called again, with the last item.
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
  /** Also ends a pending `next()`. */
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

/** A generator's `return` waits for its pending `next`; this wrapper interrupts that first. */
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

/** Refuses at once what must not wait until the wasm has loaded: a key in a browser, a route without its id. */
function checkAtOnce(options: ClientOptions): void {
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
    // The wasm refuses keys of a wrong type, later.
    if (!String(routes?.[name] ?? placeholder).includes(placeholder)) {
      throw invalid(`routes.${name}`, `must have ${placeholder} once`);
    }
  }
}

/** A page or any of its workers. Servers name themselves differently. */
function isBrowser(): boolean {
  return typeof navigator === "object" && /^Mozilla\//.test(navigator.userAgent ?? "");
}
