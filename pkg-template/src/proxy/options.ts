/** What a proxy can be told, checked before the first request. */

import type { Authorize, AuthorizeResponse } from "./authorize.js";
import { memoryStore } from "./memory-store.js";
import { type RateLimits, defaultLimits } from "./rate-limit.js";
import { type Route, type Routes, compileRoutes } from "./routes.js";
import type { Awaitable, ProxyStore } from "./store.js";

/** A proxy's settings. */
export interface ProxyOptions {
  /** The vendor's API key, or a function that gets it from where it is kept. It cannot be read back. */
  apiKey: string | undefined | (() => Awaitable<string | undefined>);
  /** Who may do what: see {@link Authorize}. */
  authorize: Authorize;
  /** A second look, at what comes back: see {@link AuthorizeResponse}. */
  authorizeResponse?: AuthorizeResponse;
  /** The path that the proxy is mounted at, as the browser sees it. Default `/api/ninjahire`. */
  basePath?: string;
  /** The vendor prints no paths: the defaults are an assumption. The same as in the client. */
  routes?: Routes;
  /** Where the vendor has them, if that is not where `routes` has them. */
  upstreamRoutes?: Routes;
  /** The vendor. Default `https://api.ninjahire.co`; plain http only to this machine. */
  upstream?: string;
  /** Other origins whose pages may use the proxy. */
  cors?: CorsOptions;
  /** Where decisions are remembered. Default: `memoryStore()`, good for one process. */
  store?: ProxyStore;
  /** For how long a decision is remembered, in milliseconds. Default 24 hours. */
  rememberMs?: number;
  /** After a call, another to the same application is refused for so long, whoever asks. Default 0: off. */
  redialGuardMs?: number;
  /** Per caller that `authorize` names; all that it does not name are one. `false`: none. */
  rateLimit?: RateLimits | false;
  /** The time allowed for one request, body included, in milliseconds. Default 25,000: before the client's. */
  timeoutMs?: number;
  /** Called instead of the global `fetch`. It must send once. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Told what the asker is not: what `authorize`, the store or the network threw. Default: `console.error`. */
  onError?: (error: unknown) => void;
}

/** Other origins that may use the proxy. */
export interface CorsOptions {
  /** Spelled as browsers do: `https://ats.example`, without a path. */
  origins: string[];
  /** Whether their requests may carry cookies. Default false. */
  credentials?: boolean;
  /** Request headers to allow besides `Authorization`, `Content-Type` and `Idempotency-Key`. */
  headers?: string[];
}

/** The same, checked and filled up. */
export interface Settings {
  apiKey: () => Promise<string>;
  authorize: Authorize;
  authorizeResponse?: AuthorizeResponse;
  basePath: string;
  routes: Route[];
  upstreamRoutes: Route[];
  upstream: string;
  cors?: CorsOptions;
  store: ProxyStore;
  rememberMs: number;
  redialGuardMs: number;
  limits: Required<RateLimits> | false;
  timeoutMs: number;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  onError: (error: unknown) => void;
}

export function checkOptions(options: ProxyOptions): Settings {
  const { apiKey, authorize, authorizeResponse, basePath, cors, store, rateLimit, timeoutMs } =
    options;
  if (typeof apiKey !== "function") checkKey(apiKey);
  check(
    typeof authorize === "function",
    "authorize is required: it decides who may ring a phone. To let everyone, write authorize: allowAnyone",
  );
  check(
    authorizeResponse === undefined || typeof authorizeResponse === "function",
    "authorizeResponse must be a function",
  );
  const mount = (basePath ?? "/api/ninjahire").replace(/\/$/, "");
  check(/^(\/[\w~-][\w.~-]*)*$/.test(mount), 'basePath must be like "/api/ninjahire"');
  for (const origin of cors?.origins ?? []) {
    check(
      /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin,
      `cors.origins: ${JSON.stringify(origin)} is no origin like "https://ats.example"`,
    );
  }
  check(!cors || cors.origins?.length > 0, "cors.origins is empty");
  for (const method of ["get", "set", "setIfAbsent"] as const) {
    check(!store || typeof store[method] === "function", `store.${method} must be a function`);
  }
  for (const name of ["timeoutMs", "rememberMs", "redialGuardMs"] as const) {
    const value = options[name] ?? 1;
    check(
      value >= Number(name !== "redialGuardMs") && value < 2 ** 31,
      `${name} must be a number of milliseconds`,
    );
  }
  const limits = rateLimit !== false && { ...defaultLimits, ...rateLimit };
  for (const { burst, perMinute } of Object.values(limits || {})) {
    check(burst >= 1 && perMinute > 0, "rateLimit: burst must be 1 or more, perMinute more than 0");
  }
  return {
    apiKey: async () => checkKey(typeof apiKey === "function" ? await apiKey() : apiKey),
    authorize,
    authorizeResponse,
    basePath: mount,
    routes: compileRoutes(options.routes),
    upstreamRoutes: compileRoutes({ ...options.routes, ...options.upstreamRoutes }),
    upstream: checkUpstream(options.upstream ?? "https://api.ninjahire.co"),
    cors,
    store: store ?? memoryStore(),
    rememberMs: options.rememberMs ?? 86_400_000,
    redialGuardMs: options.redialGuardMs ?? 0,
    limits,
    timeoutMs: timeoutMs ?? 25_000,
    // Called with the global as `this`, as workerd wants it.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    onError: (error) => {
      try {
        (options.onError ?? console.error)(error);
      } catch {
        // What tells of errors must not make any.
      }
    },
  };
}

function check(isFine: unknown, message: string): asserts isFine {
  if (!isFine) throw new TypeError(`createProxy: ${message}`);
}

/** No message has the key. */
function checkKey(key: unknown): string {
  check(
    typeof key === "string" && key.trim(),
    "apiKey is missing or blank (is the environment variable set?)",
  );
  check(!/^bearer\b/i.test(key), "apiKey must be the key alone, without Bearer");
  check(
    /^[\x21-\x7e]+$/.test(key),
    "apiKey has a space, a line break or another character that no key has",
  );
  return key;
}

function checkUpstream(upstream: string): string {
  check(URL.canParse(upstream), "upstream must be a URL");
  const url = new URL(upstream);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  check(
    url.protocol === "https:" || (url.protocol === "http:" && isLoopback),
    "upstream must be https: the key goes there",
  );
  check(!url.username && !url.password && !url.search && !url.hash, "upstream must be a base URL");
  return url.href.replace(/\/$/, "");
}
