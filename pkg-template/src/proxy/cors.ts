import { type Answer, problem } from "./answer.js";
import { type RouteTable, allowHeader, routesAt } from "./routes.js";

/** Other origins that may use the proxy. */
export interface CorsOptions {
  /** Origins as browsers send them: `https://ats.example`, without a path. */
  origins: string[];
  /** Whether their requests may have cookies. Default false. */
  credentials?: boolean | undefined;
  /** Request headers to allow in addition to `Authorization`, `Content-Type` and `Idempotency-Key`. */
  headers?: string[] | undefined;
}

/** Adds the headers by which pages of the allowed origins may read the answer. */
export function addCorsHeaders(
  cors: CorsOptions | undefined,
  request: Request,
  headers: Headers,
): void {
  if (!cors) return;
  headers.append("vary", "Origin");
  const origin = request.headers.get("origin") ?? "";
  if (!cors.origins.includes(origin)) return;
  const allow = "access-control-allow-";
  headers.set(`${allow}origin`, origin);
  headers.set("access-control-expose-headers", "Retry-After, X-Request-Id");
  if (cors.credentials) headers.set(`${allow}credentials`, "true");
}

/** The answer to a preflight; `undefined` where the request is not a preflight for one of the routes. */
export function answerPreflight(
  cors: CorsOptions | undefined,
  routes: RouteTable,
  request: Request,
  path: string,
): Answer | undefined {
  if (!cors || request.method !== "OPTIONS") return undefined;
  const here = routesAt(routes, path);
  if (!here.length) return undefined;
  if (!cors.origins.includes(request.headers.get("origin") ?? "")) {
    return problem(403, "cross-site", "Not from this site's own pages");
  }
  const allow = "access-control-allow-";
  return {
    status: 204,
    headers: {
      [`${allow}methods`]: allowHeader(here),
      [`${allow}headers`]: `Authorization, Content-Type, Idempotency-Key${(cors.headers ?? []).map((name) => `, ${name}`).join("")}`,
      "access-control-max-age": "600",
    },
    body: null,
  };
}
