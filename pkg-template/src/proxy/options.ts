/** What a proxy can be told, checked before the first request. */

import type { Authorize, AuthorizeResponse } from "./authorize.js";
import { memoryStore } from "./memory-store.js";
import { type RateLimits, defaultLimits } from "./rate-limit.js";
import { type Route, type RouteName, type Routes, compileRoutes } from "./routes.js";
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
  routes: Record<RouteName, Route>;
  upstreamRoutes: Record<RouteName, Route>;
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
  const { apiKey, authorize, basePath = "/api/ninjahire", cors, rateLimit } = options;
  if (typeof apiKey !== "function") checkKey(apiKey);
  check(
    typeof authorize === "function",
    "authorize is required: it says who may ring a phone (everyone: allowAnyone)",
  );
  const mount = basePath.replace(/\/$/, "");
  check(/^(\/[\w~-][\w.~-]*)*$/.test(mount), 'basePath must be like "/api/ninjahire"');
  for (const origin of cors?.origins ?? []) {
    check(
      URL.canParse(origin) && new URL(origin).origin === origin,
      'cors.origins must be like "https://ats.example"',
    );
  }
  const { timeoutMs = 25_000, rememberMs = 86_400_000, redialGuardMs = 0 } = options;
  // A longer timer would go off at once.
  check(
    timeoutMs > 0 && timeoutMs < 2 ** 31 && rememberMs > 0 && redialGuardMs >= 0,
    "timeoutMs, rememberMs and redialGuardMs are milliseconds",
  );
  const limits = rateLimit !== false && { ...defaultLimits, ...rateLimit };
  return {
    ...options,
    apiKey: async () => checkKey(typeof apiKey === "function" ? await apiKey() : apiKey),
    basePath: mount,
    routes: compileRoutes(options.routes),
    upstreamRoutes: compileRoutes({ ...options.routes, ...options.upstreamRoutes }),
    upstream: checkUpstream(options.upstream ?? "https://api.ninjahire.co"),
    store: options.store ?? memoryStore(),
    timeoutMs,
    rememberMs,
    redialGuardMs,
    limits,
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

/** The message does not have the key. */
function checkKey(key: unknown): string {
  check(
    typeof key === "string" && /^(?!bearer)[\x21-\x7e]+$/i.test(key),
    "apiKey is missing or blank, or more than the key (is the environment set?)",
  );
  return key;
}

function checkUpstream(upstream: string): string {
  // The key goes there: encrypted, or not off this machine.
  const isSafe =
    /^(https:\/\/[^/@]+|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)(\/[^?#]*)?$/;
  check(
    isSafe.test(upstream) && URL.canParse(upstream),
    'upstream must be like "https://api.ninjahire.co"',
  );
  return upstream.replace(/\/$/, "");
}
