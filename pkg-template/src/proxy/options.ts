/** Checks the proxy's options, and makes the parts of the proxy from them. */

import { defaultBaseUrl } from "../generated/facts.js";
import { type AuthorizeResponse, createCallCheck } from "./authorize-response.js";
import { type Authorize, createGate } from "./authorize.js";
import type { CorsOptions } from "./cors.js";
import { type Dialer, createDialer } from "./dial.js";
import { type HookOptions, type Report, createReport } from "./hooks.js";
import { createLedger } from "./ledger.js";
import { memoryStore } from "./memory-store.js";
import { type RateLimits, createLimiter, defaultLimits } from "./rate-limit.js";
import { type Reader, createReader } from "./read.js";
import { createRedialGuard } from "./redial-guard.js";
import { type RouteTable, type Routes, compileRoutes } from "./routes.js";
import { checkUpstream, isKey } from "./rules.js";
import { type Awaitable, type ProxyStore, promptStore } from "./store.js";
import { createUpstream } from "./upstream.js";

/** A proxy's settings. */
export interface ProxyOptions extends HookOptions {
  /** The vendor's API key, or a function that returns it, such as from a secret store. The proxy never returns it. */
  apiKey: string | undefined | (() => Awaitable<string | undefined>);
  /** Decides about each request: see {@link Authorize}. */
  authorize: Authorize;
  /** Decides on the calls in an answer: see {@link AuthorizeResponse}. */
  authorizeResponse?: AuthorizeResponse | undefined;
  /** The path at which the proxy is mounted, as in the browser's URL. Default `/api/ninjahire`. */
  basePath?: string | undefined;
  /** The route templates of the client. The defaults are an assumption, because the vendor documents no paths. */
  routes?: Routes | undefined;
  /** The vendor's route templates, where they differ from `routes`. */
  upstreamRoutes?: Routes | undefined;
  /** The vendor's URL, without a query. Plain http is allowed only to this machine. Default `https://api.ninjahire.co`. */
  upstream?: string | undefined;
  /** Other origins whose pages may use the proxy. */
  cors?: CorsOptions | undefined;
  /** The store of decisions. Default: `memoryStore()`, which is for a single process. */
  store?: ProxyStore | undefined;
  /** The longest wait for one answer of the store, in milliseconds. Default 2,000. */
  storeTimeoutMs?: number | undefined;
  /** How long a decision is remembered, in milliseconds. Default 24 hours. */
  rememberMs?: number | undefined;
  /** How long after a call another one to the same application is refused, for all callers, in milliseconds. Default 0: off. */
  redialGuardMs?: number | undefined;
  /** Limits for each caller that `authorize` returns. Requests without a caller share one limit. `false`: no limits. */
  rateLimit?: RateLimits | false | undefined;
  /** The time allowed for one request, body included, in milliseconds. Default 25,000, which is shorter than the client's. */
  timeoutMs?: number | undefined;
  /** Whether the vendor gets a request's `traceparent` header. Default false. */
  traceparent?: boolean | undefined;
  /** Called instead of the global `fetch`. It must send each request once. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Called with errors that the browser must not see: those of `authorize`, a hook, the store or
   * the network. Default `console.error`.
   */
  onError?: ((error: unknown) => void) | undefined;
}

/** The parts of a proxy. */
export interface Parts {
  basePath: string;
  routes: RouteTable;
  cors: CorsOptions | undefined;
  dial: Dialer;
  read: Reader;
  report: Report;
  onError: (error: unknown) => void;
}

export function createParts(options: ProxyOptions): Parts {
  const { apiKey, authorize, authorizeResponse, basePath = "/api/ninjahire", cors } = options;
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
  const { storeTimeoutMs = 2_000 } = options;
  // Timers of 2 ** 31 ms or more fire at once.
  const isTime = (ms: number) => ms > 0 && ms < 2 ** 31;
  check(
    isTime(timeoutMs) && isTime(storeTimeoutMs) && rememberMs > 0 && redialGuardMs >= 0,
    "timeoutMs, storeTimeoutMs, rememberMs and redialGuardMs are milliseconds",
  );
  const url = checkUpstream(options.upstream ?? defaultBaseUrl);
  check(url !== undefined, `upstream must be like "${defaultBaseUrl}", without a query`);
  const routes = compileRoutes(options.routes);
  const upstreamRoutes = compileRoutes(options.upstreamRoutes, options.routes);

  const onError = neverThrowing(options.onError ?? console.error);
  const store = promptStore(options.store ?? memoryStore(), storeTimeoutMs);
  const { rateLimit } = options;
  const limits = rateLimit !== false && {
    dials: rateLimit?.dials ?? defaultLimits.dials,
    reads: rateLimit?.reads ?? defaultLimits.reads,
  };
  const limiter = createLimiter(store, limits, onError);
  const gate = createGate(authorize, authorizeResponse !== undefined, onError);
  const upstream = createUpstream({
    url,
    routes: upstreamRoutes,
    apiKey: async () => checkKey(typeof apiKey === "function" ? await apiKey() : apiKey),
    // Called without the options as `this`, which workerd refuses.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeoutMs,
    traceparent: options.traceparent ?? false,
  });
  const ledger = createLedger({ store, rememberMs, timeoutMs, onError });
  const guard = createRedialGuard(store, redialGuardMs);
  const checkCalls = authorizeResponse && createCallCheck(authorizeResponse, onError);
  return {
    basePath: mount,
    routes,
    cors,
    dial: createDialer({ gate, ledger, guard, limiter, upstream, onError }),
    read: createReader({ gate, limiter, upstream, checkCalls, onError }),
    report: createReport(options, onError),
    onError,
  };
}

function check(isValid: unknown, message: string): asserts isValid {
  if (!isValid) throw new TypeError(`createProxy: ${message}`);
}

/** Returns the key, or throws an error that does not contain it. */
function checkKey(key: unknown): string {
  check(isKey(key), "apiKey is missing or blank, or more than the key (is the environment set?)");
  return key;
}

/** `onError`, with its exceptions and rejections ignored. */
function neverThrowing(onError: (error: unknown) => unknown): (error: unknown) => void {
  return (error) => {
    try {
      Promise.resolve(onError(error)).catch(() => {});
    } catch {
      // There is no caller to report this to.
    }
  };
}
