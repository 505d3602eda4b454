import {
  type Core,
  type CoreClient,
  type CoreSequence,
  type EndpointPlace,
  callDetails,
  instantCall,
  screeningResults,
} from "./core.js";
import { DialOutcomeUnknownError } from "./errors.js";
import type {
  CallDetails,
  InstantCall,
  ScreeningResult,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "./generated/types.js";
import { dialMemory, run, running } from "./instance.js";
import type { ClientOptions, DialOptions, Endpoint, ReadOptions, WatchOptions } from "./options.js";
import { checkOptions } from "./options-check.js";
import { type Turn, parseTranscript } from "./transcript.js";
import { isCrash } from "./wasm.js";

/** A call that has moved on. */
export interface CallUpdate {
  /** The call as it is now. */
  call: CallDetails;
  /** Turns that are new, or differ from before: the last one often grows. By `index`, each replaces the one before it. */
  newTurns: Turn[];
  /** What is new. */
  changed: {
    /** The names of the fields that differ. */
    fields: string[];
    /** The first turn that is new or differs; the number of turns where none does. */
    firstNewTurn: number;
    /** `"rewritten"`: what was shown of the transcript must be shown anew, from `firstNewTurn` on. */
    transcript: "unchanged" | "grown" | "rewritten";
  };
}

/**
 * Places, follows and reads calls.
 *
 * @example
 * const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
 * const { call_id } = await client.initiateInstantCall(applicationId);
 */
export class NinjaHireClient {
  readonly #options: ClientOptions;
  #made?: { core: Core; client: CoreClient };

  /** @throws {InvalidRequestError} naming the option that is wrong. */
  constructor(options: ClientOptions = {}) {
    checkOptions(options);
    this.#options = options;
    const core = running();
    if (core) this.#in(core);
  }

  /** The client in this instance; made anew when that was replaced. */
  #in(core: Core): CoreClient {
    if (this.#made?.core !== core) {
      this.#made = { core, client: new core.Client(this.#options, dialMemory) };
    }
    return this.#made.client;
  }

  #ask<T>(endpoint: EndpointPlace, argument: unknown, options: unknown): Promise<T> {
    return run((core) => this.#in(core).ask(endpoint, argument, options));
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
      return await this.#ask(instantCall, applicationId, options);
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
    return this.#ask(callDetails, callId, options);
  }

  /** Retrieve one page of screening call results. */
  listScreeningResults(
    filters?: ScreeningResultsRequest,
    options?: ReadOptions,
  ): Promise<ScreeningResultsPage> {
    return this.#ask(screeningResults, filters, options);
  }

  /**
   * Every result of every page, lazily, at most one page ahead; no call twice. `timeoutMs` is for
   * each page.
   *
   * @example
   * for await (const result of client.screeningResults({ job_id })) show(result);
   */
  screeningResults(filters?: ScreeningResultsRequest, options?: ReadOptions): ScreeningResults {
    return new ScreeningResults((core) => this.#in(core).pages(filters, options));
  }

  /**
   * Follows a call until it has ended, or is assessed: the call as it is at once, then whenever
   * something is new. Pauses while the page is hidden or offline.
   *
   * @example
   * for await (const { call, newTurns } of client.watchCall(call_id)) render(call, newTurns);
   */
  async *watchCall(
    callId: string,
    options?: WatchOptions,
  ): AsyncGenerator<CallUpdate, void, undefined> {
    const watch = (core: Core) => this.#in(core).watch(callId, options);
    for await (const update of sequence<CoreUpdate>(watch)) {
      const { call, firstNewTurn, changed } = update;
      const newTurns = parseTranscript(call.transcript ?? "").slice(firstNewTurn);
      yield { call, newTurns, changed: { ...changed, firstNewTurn } };
    }
  }

  /** The last update's call of {@link watchCall}. */
  async waitForCall(callId: string, options?: WatchOptions): Promise<CallDetails> {
    let last: CallDetails | undefined;
    for await (const { call } of this.watchCall(callId, options)) last = call;
    // The first update comes before the end, or an error instead of it.
    return last as CallDetails;
  }
}

type CoreUpdate = Omit<CallUpdate, "newTurns"> & { firstNewTurn: number };

/** The results of a listing, page after page. */
export class ScreeningResults implements AsyncIterable<ScreeningResult> {
  readonly #start: (core: Core) => CoreSequence;
  /** How many results were handed over so far. */
  seen = 0;
  /** How many there are in all, by the last page's word. */
  count: number | null = null;

  /** @internal */
  constructor(start: (core: Core) => CoreSequence) {
    this.#start = start;
  }

  /** The same by pages. Calls that were on an earlier page are left out of `data`. */
  async *pages(): AsyncGenerator<ScreeningResultsPage, void, undefined> {
    this.seen = 0;
    for await (const page of sequence<ScreeningResultsPage>(this.#start)) {
      this.count = page.count;
      this.seen += page.data.length;
      yield page;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ScreeningResult, void, undefined> {
    for await (const page of this.pages()) {
      this.seen -= page.data.length;
      for (const result of page.data) {
        this.seen += 1;
        yield result;
      }
    }
  }
}

/** Iterates over one of the core's sequences, and lets go of it at the end. */
async function* sequence<T>(
  start: (core: Core) => CoreSequence,
): AsyncGenerator<T, void, undefined> {
  let items: CoreSequence | undefined;
  try {
    for (;;) {
      const item = await run<T | undefined>((core) => (items ??= start(core)).next());
      if (item === undefined) return;
      yield item;
    }
  } finally {
    items?.free();
  }
}
