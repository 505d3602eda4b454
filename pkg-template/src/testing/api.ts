import { defaultBaseUrl, requestIdHeaders } from "../generated/facts.js";
import { Refusal } from "../proxy/answer.js";
import {
  type Asked,
  type RouteName,
  type Routes,
  compileRoutes,
  matchRoute,
} from "../proxy/routes.js";
import { type Draft, applyFault, connectionError, json, problem, send, wait } from "./answers.js";
import { type Fault, type FaultAction, Faults, ringsDespite } from "./faults.js";
import { type LiveCall, placeCall, talkedSeconds, viewOf } from "./live.js";
import { type DialOutcome, outcomeAction } from "./outcomes.js";
import { wav } from "./recording.js";
import type { CallScript } from "./script.js";
import { type WebhookSetup, webhookOf } from "./webhook.js";
import { type TestApplication, type TestCall, makeWorld, matches } from "./world.js";

/** Settings of a test API. */
export interface TestApiOptions {
  /** The seed of the world: the same seed gives the same applications and calls. Default 1. */
  seed?: number | undefined;
  /** The number of screening results at the start. Default 30. */
  results?: number | undefined;
  /**
   * The URL to which the client sends its requests: your proxy's, or the vendor's, which is the
   * default. A path alone (`"/api/ninjahire"`) matches every host.
   */
  baseUrl?: string | undefined;
  /**
   * The only bearer key that is accepted. Default: any key. `null`: no key is needed, because the
   * API replaces your proxy, which identifies users by cookies.
   */
  key?: string | null | undefined;
  /** The same as the client's `routes`. */
  routes?: Routes | undefined;
  /** The course of placed calls. See also `script()`. */
  script?: CallScript | undefined;
  /**
   * Returns the current time in milliseconds. `Date.now` follows the machine's clock, or the fake
   * timers of your test runner. Default: a clock that only `advance()` moves.
   */
  now?: (() => number) | undefined;
  /** How far each read of a call advances the default clock, in milliseconds. Default 0. */
  advanceOnReadMs?: number | undefined;
}

/** A request that reached the API. */
export interface TestRequest {
  /** The endpoint; `null` where the request is for none. */
  route: RouteName | null;
  method: string;
  /** The path below the base URL. */
  path: string;
  query: string;
  /** The headers without `authorization`, because keys do not belong in the output of a test. */
  headers: Readonly<Record<string, string>>;
  /** The status of the answer; `null` where there was none. */
  status: number | null;
  /** The id of the call that this request placed; `null` where it placed none. */
  rang: string | null;
}

/** A call that was placed. */
export interface Ring {
  callId: string;
  applicationId: string;
  /** When it was placed, by the API's clock, in milliseconds. */
  placedMs: number;
}

// The start of the default clock.
const startMs = Date.UTC(2026, 0, 15, 13);

/**
 * Makes the NinjaHire Calls API in memory. It rings no phone, records its requests, and simulates
 * faults.
 *
 * @example
 * const api = createTestApi();
 * const client = new NinjaHireClient({ apiKey: "test", fetch: api.fetch });
 * const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
 * api.rings(); // 1
 * api.advance(60_000); // the call is over, and assessed
 * await client.getCallDetails(call_id);
 */
export function createTestApi(options: TestApiOptions = {}): TestApi {
  return new TestApi(options);
}

/** The API that {@link createTestApi} returns. */
export class TestApi {
  /** The URL at which the API answers. */
  readonly baseUrl: string;
  /** The applications that can be called. */
  readonly applications: readonly TestApplication[];

  readonly #options: TestApiOptions;
  readonly #seed: number;
  readonly #basePath: string;
  readonly #origin: string | null;
  readonly #routes;
  readonly #faults = new Faults();
  readonly #scripts = new Map<string | undefined, CallScript>();
  readonly #stored: TestCall[];
  #added: TestCall[] = [];
  #live: LiveCall[] = [];
  #requests: TestRequest[] = [];
  #placedEver = 0;
  #receivedEver = 0;
  #nowMs = startMs;

  constructor(options: TestApiOptions) {
    const { seed = 1, results = 30, baseUrl = defaultBaseUrl, routes } = options;
    this.#options = options;
    this.#seed = seed;
    this.baseUrl = baseUrl.replace(/\/+$/, "");
    const isPath = this.baseUrl.startsWith("/") || this.baseUrl === "";
    const url = isPath ? undefined : new URL(this.baseUrl);
    this.#origin = url?.origin ?? null;
    this.#basePath = url ? url.pathname.replace(/\/+$/, "") : this.baseUrl;
    this.#routes = compileRoutes(routes);
    const world = makeWorld(seed, results, this.baseUrl);
    this.applications = world.applications;
    this.#stored = world.calls;
  }

  /** The time by the API's clock, in milliseconds. */
  now(): number {
    return this.#options.now?.() ?? this.#nowMs;
  }

  /** Advances the default clock, so that calls proceed. */
  advance(ms: number): void {
    if (this.#options.now) throw new TypeError("advance: this clock is yours (`now`)");
    if (!(ms >= 0)) throw new TypeError("advance: needs milliseconds, 0 or more");
    this.#nowMs += ms;
  }

  /** Sets the course of calls that are placed from now on: of all, or of those for one application. */
  script(script: CallScript, { applicationId }: { applicationId?: string | undefined } = {}): void {
    this.#scripts.set(applicationId, script);
  }

  /**
   * Sets the outcome of the next dial, or of the next `times` dials.
   *
   * @example
   * api.nextDial("reset"); // it rings, and the connection breaks before the answer
   */
  nextDial(
    outcome: DialOutcome,
    {
      times,
      applicationId,
    }: { times?: number | undefined; applicationId?: string | undefined } = {},
  ): void {
    const match = { route: "instantCall", applicationId } as const;
    this.#faults.add({ match, times, action: outcomeAction(outcome) });
  }

  /** Adds faults. The first one that matches a request is applied. */
  fault(...faults: Fault[]): void {
    for (const fault of faults) this.#faults.add(fault);
  }

  /** The number of faults that are not used up. A test can check that it is 0 at the end. */
  get waitingFaults(): number {
    return this.#faults.waiting;
  }

  /** The number of phones that rang: in all, or for one application. */
  rings(applicationId?: string): number {
    return this.placed(applicationId).length;
  }

  /** The calls that were placed, in the order of ringing. */
  placed(applicationId?: string): Ring[] {
    return this.#live
      .filter(({ application }) => [application.application_id, undefined].includes(applicationId))
      .map(({ callId, application, placedMs }) => ({
        callId,
        applicationId: application.application_id,
        placedMs,
      }));
  }

  /** The received requests: all, or those for one endpoint. */
  requests(route?: RouteName): readonly TestRequest[] {
    return this.#requests.filter((request) => route === undefined || request.route === route);
  }

  /** All calls in their current state, newest first. */
  calls(): TestCall[] {
    const live = this.#live.flatMap((call) => viewOf(call, this.now()) ?? []).reverse();
    return [...live, ...this.#added, ...this.#stored];
  }

  /** Adds a screening result, newer than all but the placed calls. Returns its id. */
  addCall(call: Partial<TestCall>): string {
    const call_id = call.call_id ?? `added-${this.#added.length + 1}`;
    this.#added.unshift({ call_status: "call_completed", ...call, call_id });
    return call_id;
  }

  /**
   * The signed webhook of a call in its current state, for your handler.
   *
   * @example
   * const response = await POST(await api.webhook(callId, { secret }));
   */
  async webhook(callId: string, setup: WebhookSetup): Promise<Request> {
    const call = this.#find(callId);
    if (!call) throw new TypeError(`webhook: there is no call ${callId}`);
    return webhookOf(call, setup);
  }

  /** Removes requests, placed and added calls, faults and scripts. Keeps the seeded calls and the clock. */
  reset(): void {
    this.#requests = [];
    this.#live = [];
    this.#added = [];
    this.#faults.clear();
    this.#scripts.clear();
  }

  /** The client's `fetch` option. */
  readonly fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const signal = request.signal;
    signal.throwIfAborted();
    const isOurs = this.#origin === null || this.#origin === url.origin;
    if (!isOurs || !url.pathname.startsWith(`${this.#basePath}/`)) {
      throw new TypeError(
        `the test API answers at ${this.baseUrl}, not at ${url.origin}${url.pathname}`,
      );
    }
    const path = url.pathname.slice(this.#basePath.length);
    const id = `test-${String((this.#receivedEver += 1)).padStart(8, "0")}`;
    const received = { path, id };
    const asked = this.#match(request.method, path, url.search);
    const about = asked instanceof Refusal ? null : asked;
    const applicationId = about?.route === "instantCall" ? about.params.application_id : null;
    const entry: TestRequest = {
      route: about?.route ?? null,
      method: request.method,
      path,
      query: url.search.slice(1),
      headers: withoutKey(request.headers),
      status: null,
      rang: null,
    };
    this.#requests.push(entry);

    const seen = { ...entry, applicationId };
    const action: FaultAction = this.#faults.next(seen) ?? {};
    const mayAnswer = about?.route !== "instantCall" || ringsDespite(action);
    let draft = mayAnswer
      ? this.#answer(request, asked, received, entry)
      : problem(503, "No call was placed.", received);
    if (action.delayMs) await wait(action.delayMs, signal);
    if (action.stall === "headers") await wait(Infinity, signal);
    if (action.reset === "headers") throw connectionError();
    draft = applyFault(draft, action, (status) => problem(status, "Told to misbehave.", received));
    draft.headers.set(requestIdHeaders[0], id);
    entry.status = draft.status;
    const location = draft.headers.get("location");
    if (location !== null && request.redirect === "error") throw connectionError();
    if (location !== null && request.redirect === "follow") {
      return this.fetch(new Request(new URL(location, url), request));
    }
    return send(draft, action, signal);
  };

  #match(method: string, path: string, search: string): Asked | Refusal {
    try {
      return matchRoute(this.#routes, method, this.#basePath, path, search);
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal;
      throw refusal;
    }
  }

  #answer(
    request: Request,
    asked: Asked | Refusal,
    received: { path: string; id: string },
    entry: TestRequest,
  ): Draft {
    const recording = /^\/recordings\/([^/]+)\.wav$/.exec(received.path)?.[1];
    if (recording !== undefined && request.method === "GET") {
      return this.#recording(recording, received);
    }
    if (asked instanceof Refusal && asked.answer.status !== 400) {
      const { allow } = asked.answer.headers;
      return asked.answer.status === 405
        ? problem(405, "This address does not take this method.", received, { allow: allow! })
        : problem(404, "There is nothing at this address.", received);
    }
    const unauthorized = this.#checkKey(request.headers.get("authorization"));
    if (unauthorized) {
      return problem(401, unauthorized, received, { "www-authenticate": "Bearer" });
    }
    if (asked instanceof Refusal) {
      return problem(
        400,
        "A query parameter is unknown, repeated, blank or out of range.",
        received,
      );
    }
    switch (asked.route) {
      case "instantCall": {
        const id = asked.params.application_id;
        const application = this.applications.find((one) => one.application_id === id);
        if (!application) return problem(404, "There is no application with this id.", received);
        entry.rang = this.#place(application);
        return json({ status: "initiated", call_id: entry.rang });
      }
      case "callDetails": {
        const call = this.#find(asked.params.call_id);
        this.#nowMs += this.#options.advanceOnReadMs ?? 0;
        return call ? json(call) : problem(404, "There is no call with this id.", received);
      }
      case "screeningResults": {
        const { page = "1", size = "10", ...filters } = asked.query;
        const all = this.calls().filter((call) => matches(call, filters));
        const first = (Number(page) - 1) * Number(size);
        return json({ data: all.slice(first, first + Number(size)), count: all.length });
      }
    }
  }

  /** The problem with a request's key; `undefined` where there is none. */
  #checkKey(authorization: string | null): string | undefined {
    const { key: wanted } = this.#options;
    if (wanted === null) return undefined;
    const [, key] = /^bearer +(\S.*)$/i.exec(authorization ?? "") ?? [];
    if (authorization === null) return "No Authorization header.";
    if (key === undefined) return "The Authorization header must be `Bearer YOUR_KEY`.";
    return wanted === undefined || key.trim() === wanted ? undefined : "The API key is not valid.";
  }

  #place(application: TestApplication): string {
    const live = placeCall(application, this.#scriptFor(application), {
      seed: this.#seed,
      number: (this.#placedEver += 1),
      nowMs: this.now(),
      baseUrl: this.baseUrl,
    });
    this.#live.push(live);
    return live.callId;
  }

  #scriptFor({ application_id }: TestApplication): CallScript {
    return {
      ...this.#options.script,
      ...this.#scripts.get(undefined),
      ...this.#scripts.get(application_id),
    };
  }

  #find(callId: string): TestCall | undefined {
    return this.calls().find(({ call_id }) => call_id === callId);
  }

  #recording(callId: string, received: { path: string; id: string }): Draft {
    if (!this.#find(callId)?.recording_url) {
      return problem(404, "There is no recording of this call.", received);
    }
    const live = this.#live.find((call) => call.callId === callId);
    const headers = new Headers({ "content-type": "audio/wav" });
    return { status: 200, headers, body: wav(live ? talkedSeconds(live) : 20) };
  }
}

function withoutKey(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== "authorization"));
}
