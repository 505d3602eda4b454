import { type Answer, Refusal, problem, refuse, toResponse } from "./answer.js";
import { addCorsHeaders, answerPreflight } from "./cors.js";
import { checkSite } from "./cross-site.js";
import { startDeadline } from "./deadline.js";
import type { Visit } from "./hooks.js";
import { type Parts, type ProxyOptions, createParts } from "./options.js";
import { matchRoute } from "./routes.js";

/** The context that a platform may pass with a request. */
export interface ProxyContext {
  /** Workers: keeps a dial and the hooks running after the browser has disconnected. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** Answers a request. Never rejects. */
export type NinjaHireProxy = (
  request: Request,
  context?: ProxyContext | object,
) => Promise<Response>;

const longestUrl = 4_096;
/** The longest request body that is accepted, in bytes. No route reads it. */
export const longestBody = 1_024;
/** How long to wait for the end of a body without a length, in milliseconds. */
const bodyTimeoutMs = 2_000;

/**
 * Makes the proxy. It forwards three routes with the key, and one decision rings once.
 *
 * @throws {TypeError} with the name of the missing or wrong option, and without the key.
 * @example
 * const proxy = createProxy({
 *   apiKey: process.env.NINJAHIRE_API_KEY,
 *   authorize: (request) => request.headers.get("x-demo") === "yes",
 * });
 * const response = await proxy(new Request("https://ats.example/api/ninjahire/calls?page=1"));
 * response.status; // 403
 */
export function createProxy(options: ProxyOptions): NinjaHireProxy {
  const parts = createParts(options);
  const { cors, report, onError } = parts;
  return async (request, context) => {
    const waitUntil = waitUntilOf(context, onError);
    const visit: Visit = { request, status: 500 };
    try {
      const outcome = await answerRequest(parts, visit, waitUntil).catch((error: unknown) => {
        if (error instanceof Refusal) return error.answer;
        if (error instanceof Response) return copyOf(error, onError);
        onError(error);
        return problem(500, "bug", "The proxy failed");
      });
      const response = withCommonHeaders(outcome);
      addCorsHeaders(cors, request, response.headers);
      visit.status = response.status;
      if (!(outcome instanceof Response)) visit.problem = outcome.problem;
      report(visit, waitUntil);
      return response;
    } catch (error) {
      onError(error);
      return withCommonHeaders(problem(500, "bug", "The proxy failed"));
    }
  };
}

/** The platform's `waitUntil`, if there is one. Elsewhere work goes on without it. */
function waitUntilOf(
  context: ProxyContext | object | undefined,
  onError: (error: unknown) => void,
) {
  return (work: Promise<unknown>) => {
    const settled = work.catch(() => {});
    try {
      (context as ProxyContext | undefined)?.waitUntil?.(settled);
    } catch (error) {
      onError(error);
    }
  };
}

async function answerRequest(
  parts: Parts,
  visit: Visit,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<Answer | Response> {
  const { request } = visit;
  const url = checkShape(request);
  await checkBody(request);
  const { basePath, cors, routes } = parts;
  const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : "";
  const preflighted = answerPreflight(cors, routes, request, path);
  if (preflighted) return preflighted;

  const asked = matchRoute(routes, request.method, basePath, path, url.search);
  visit.asked = asked;
  if (asked.route !== "instantCall") return parts.read(visit, asked);
  checkSite(request, url, cors?.origins);
  const work = parts.dial(visit, asked, idempotencyKeyOf(request));
  // A dial that is sent runs to its end, and its answer is stored, even after the browser has disconnected.
  waitUntil(work);
  return work;
}

/** A new response with the headers that every answer has. */
function withCommonHeaders(outcome: Answer | Response): Response {
  const response = outcome instanceof Response ? outcome : toResponse(outcome);
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("cross-origin-resource-policy", "same-origin");
  return new Response(response.body, { status: response.status, headers });
}

/** A copy of the owner's response. The owner may return the same object again. */
function copyOf(response: Response, onError: (error: unknown) => void): Response {
  try {
    return response.clone();
  } catch (error) {
    // Its body is already read, so only the status can be sent.
    onError(error);
    const { status } = response;
    return toResponse(problem(status, "refused", "This was refused"));
  }
}

/** The `Idempotency-Key`. Throws a refusal where it is missing or malformed. */
function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  // A header that was sent twice has a comma and a space, which this refuses.
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw refuse(
    400,
    "idempotency-key",
    "An Idempotency-Key is needed",
    "A random UUID, a new one for every decision.",
  );
}

/** Refuses URLs that no client of this package sends, before they are parsed further. */
function checkShape(request: Request): URL {
  if (request.url.length > longestUrl) throw refuse(414, "too-long", "The URL is too long");
  const url = new URL(request.url);
  // Some servers pass the raw URL. Where parsing changes it, the checks would see another URL.
  if (request.url.slice(request.url.indexOf("/", 8)) !== url.pathname + url.search) {
    throw refuse(400, "bad-path", "The path cannot be used");
  }
  return url;
}

/** Refuses a body that is longer than {@link longestBody}. */
async function checkBody({ headers, body }: Request): Promise<void> {
  const isSmall = Number(headers.get("content-length") ?? 0) <= longestBody;
  // A gateway may have sent the body in chunks, without a length.
  if (isSmall && (!headers.has("transfer-encoding") || (await endsSoon(body)))) return;
  throw refuse(413, "body", "No body is needed");
}

async function endsSoon(body: Request["body"]): Promise<boolean> {
  if (!body) return false;
  const reader = body.getReader();
  const deadline = startDeadline(bodyTimeoutMs);
  try {
    for (let size = 0; size <= longestBody;) {
      const { done, value } = await deadline.within(reader.read());
      if (done) return true;
      size += value.byteLength;
    }
    return false;
  } catch {
    return false;
  } finally {
    deadline.end();
    reader.cancel().catch(() => {});
  }
}
