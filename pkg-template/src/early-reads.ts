/**
 * Sends the first read of a call while the wasm is still being downloaded. Otherwise the request
 * would wait for the download, and the page for one more round trip.
 *
 * The wasm still decides what is sent. It builds its own request later, and passes it to `fetch`
 * here. Where the early request is the same, the wasm gets its answer. Where it differs, it is
 * aborted, and the request of the wasm is sent.
 */

import { defaultBaseUrl, defaultRoutes } from "./generated/facts.js";
import type { ClientOptions, ReadOptions, WatchOptions } from "./generated/types.js";

interface EarlyRead {
  request: Request;
  response: Promise<Response>;
  abort: () => void;
}

/** Options with functions that the wasm calls at the time of the request, and the key. */
const preventing = ["apiKey", "fetch", "onEvent", "token"] as const;

/** Ids that are the same in a URL. */
const plainId = /^[\w-]+$/;

/** @internal */
export class EarlyReads {
  readonly #options: ClientOptions;
  /** The requests that the wasm has not taken over yet, by URL. */
  readonly #pending = new Map<string, EarlyRead>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Whether a client with these options can have early reads. */
  static areAllowed(options: ClientOptions): boolean {
    try {
      return preventing.every((name) => options[name] === undefined);
    } catch {
      return false;
    }
  }

  /**
   * Requests the details of a call, unless that request is already pending, or the wasm may refuse
   * an argument. The returned function ends the request: call it when the read is over.
   */
  send(callId: string, options?: ReadOptions | WatchOptions): (() => void) | undefined {
    try {
      const names = Object.keys(options ?? {});
      const isUsual = names.every((name) => name === "signal" || name === "until");
      const signal = options?.signal;
      if (!isUsual || signal?.aborted) return undefined;
      const request = this.#buildRequest(callId);
      return request && !this.#pending.has(request.url) ? this.#start(request, signal) : undefined;
    } catch {
      // An option is wrong. The wasm says which.
      return undefined;
    }
  }

  /** Sends `request`. The returned function and `signal` end it. */
  #start(request: Request, signal?: AbortSignal): () => void {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const response = fetch(request, { signal: controller.signal });
    // The wasm reports an error. Where it never asks for this response, there is nothing to report.
    response.catch(() => {});
    const early = { request, response, abort };
    this.#pending.set(request.url, early);
    const end = () => {
      signal?.removeEventListener("abort", end);
      if (this.#pending.get(request.url) === early) this.#pending.delete(request.url);
      abort();
    };
    signal?.addEventListener("abort", end);
    return end;
  }

  /** The `fetch` for the wasm. */
  readonly fetch = (request: Request): Promise<Response> => {
    const early = this.#pending.get(request.url);
    this.#pending.delete(request.url);
    if (early && isSame(early.request, request)) {
      request.signal.addEventListener("abort", early.abort);
      return early.response;
    }
    early?.abort();
    return fetch(request);
  };

  /** The request as the wasm will build it. `undefined` where that is not certain. */
  #buildRequest(callId: string): Request | undefined {
    const { baseUrl = defaultBaseUrl, credentials, headers: custom, routes } = this.#options;
    const [method, path] = (routes?.callDetails ?? defaultRoutes.callDetails).split(" ");
    const isPlainId = typeof callId === "string" && plainId.test(callId);
    if (method !== "GET" || !path || !isPlainId) return undefined;
    const url = baseUrl.replace(/\/+$/, "") + path.replace("{call_id}", callId);
    const headers = new Headers({ accept: "application/json" });
    for (const [name, value] of Object.entries(custom ?? {})) headers.append(name, value);
    return new Request(url, { headers, ...(credentials && { credentials }) });
  }
}

function isSame(one: Request, other: Request): boolean {
  const facts = ({ method, credentials, headers }: Request) =>
    JSON.stringify([method, credentials, [...headers]]);
  return facts(one) === facts(other);
}
