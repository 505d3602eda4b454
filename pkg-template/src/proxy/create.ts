import { outcomeUnknown, refuse, toResponse } from "./answer.js";
import { authorized } from "./authorize.js";
import { addCorsHeaders, preflight } from "./cors.js";
import { checkSite } from "./cross-site.js";
import { startDeadline } from "./deadline.js";
import { dial } from "./dial.js";
import { isKnown, keyOf, once } from "./once.js";
import { type ProxyOptions, type Settings, checkOptions } from "./options.js";
import { read } from "./read.js";
import { type Asked, match } from "./routes.js";

/** What a platform may hand over with a request. */
export interface ProxyContext {
  /** Workers: keeps a dial going when the browser has gone. */
  waitUntil?: (work: Promise<unknown>) => void;
}

/** Answers a request. Never rejects. */
export type NinjaHireProxy = (
  request: Request,
  context?: ProxyContext | object,
) => Promise<Response>;

const longestUrl = 4_096;
const longestBody = 1_024;

/**
 * Makes the proxy: three routes, the key added, and one decision rings once.
 *
 * @throws {TypeError} naming the option that is missing or wrong, without the key.
 * @example
 * const proxy = createProxy({
 *   apiKey: process.env.NINJAHIRE_API_KEY,
 *   authorize: (request) => request.headers.get("x-demo") === "yes",
 * });
 * const response = await proxy(new Request("https://ats.example/api/ninjahire/calls?page=1"));
 * response.status; // 403
 */
export function createProxy(options: ProxyOptions): NinjaHireProxy {
  const settings = checkOptions(options);
  return async (request, context) => {
    const response = await answer(settings, request, context as ProxyContext | undefined).catch(
      (error) => {
        if (error instanceof Response) return error;
        settings.onError(error);
        return refuse(500, "bug", "The proxy failed");
      },
    );
    // A new one: what `authorize` gave may be unchangeable.
    const own = new Response(response.body, response);
    addCorsHeaders(settings, request, own.headers);
    own.headers.set("cache-control", "no-store");
    own.headers.set("x-content-type-options", "nosniff");
    own.headers.set("cross-origin-resource-policy", "same-origin");
    return own;
  };
}

async function answer(
  settings: Settings,
  request: Request,
  context?: ProxyContext,
): Promise<Response> {
  const url = checkShape(request);
  const { basePath, cors } = settings;
  const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length) : "";
  const preflighted = preflight(settings, request, path);
  if (preflighted) return toResponse(preflighted);

  const asked = match(settings.routes, request.method, path, url.search);
  if (asked.route === "instantCall") {
    checkSite(request, url, cors?.origins);
    const work = decide(settings, request, asked, keyOf(request));
    // A dial that was sent is seen through, and its answer kept, whoever has gone.
    context?.waitUntil?.(work);
    return work;
  }
  return read(settings, request, asked);
}

/** The whole of a dial. Does not follow the request's signal. */
async function decide(
  settings: Settings,
  request: Request,
  asked: Extract<Asked, { route: "instantCall" }>,
  idempotencyKey: string,
): Promise<Response> {
  const application = asked.params.application_id;
  const deadline = startDeadline(settings.timeoutMs);
  try {
    const caller = await authorized(settings, request, asked, deadline);
    const decision = { idempotencyKey, application, caller };
    return toResponse(
      await once(settings, decision, deadline, () => dial(settings, asked, caller, deadline)),
    );
  } catch (refusal) {
    // Perhaps it was sent before, when it was not refused.
    if (!(await isKnown(settings, idempotencyKey, application))) throw refusal;
    return toResponse(outcomeUnknown(502, "It was sent before"));
  } finally {
    deadline.end();
  }
}

/** Refuses what no client of ours sends, before anything is made of it. */
function checkShape(request: Request): URL {
  if (request.url.length > longestUrl) throw refuse(414, "too-long", "The URL is too long");
  const url = new URL(request.url);
  // Some servers hand over the URL as it came. One that reads otherwise when parsed is a trick.
  if (request.url.slice(request.url.indexOf("/", 8)) !== url.pathname + url.search) {
    throw refuse(400, "bad-path", "The path cannot be used");
  }
  // No route takes a body, so none is read; a small one is let by, if it says that it is.
  const { headers } = request;
  const isSmall = Number(headers.get("content-length") ?? 0) <= longestBody;
  if (headers.has("transfer-encoding") || !isSmall) {
    throw refuse(413, "body", "No body is needed");
  }
  return url;
}
