import { type Answer, problem } from "./answer.js";
import type { Settings } from "./options.js";
import { at, methods } from "./routes.js";

/** Lets a named origin's page read the answer. */
export function addCorsHeaders({ cors }: Settings, request: Request, headers: Headers): void {
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
  { cors, routes }: Settings,
  request: Request,
  path: string,
): Answer | undefined {
  const here = at(routes, path);
  if (!cors || request.method !== "OPTIONS" || !here.length) return undefined;
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
