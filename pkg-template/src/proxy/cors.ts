import { type Answer, problem } from "./answer.js";
import { type RouteTable, methods, routesAt } from "./routes.js";

/** Other origins that may use the proxy. */
export interface CorsOptions {
  /** Spelled as browsers do: `https://ats.example`, without a path. */
  origins: string[];
  /** Whether their requests may carry cookies. Default false. */
  credentials?: boolean | undefined;
  /** Request headers to allow besides `Authorization`, `Content-Type` and `Idempotency-Key`. */
  headers?: string[] | undefined;
}

/** Lets a named origin's page read the answer. */
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

/** The answer to a preflight, if this is one that may be answered. */
export function preflight(
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
      [`${allow}methods`]: methods(here),
      [`${allow}headers`]: `Authorization, Content-Type, Idempotency-Key${(cors.headers ?? []).map((name) => `, ${name}`).join("")}`,
      "access-control-max-age": "600",
    },
    body: null,
  };
}
