import { type Answer, problem } from "./answer.js";
import type { Settings } from "./options.js";
import { at, methods } from "./routes.js";

/** The headers that let a named origin's page read the answer. */
export function corsHeaders({ cors }: Settings, request: Request): [string, string][] {
  if (!cors) return [];
  const origin = request.headers.get("origin");
  if (origin === null || !cors.origins.includes(origin)) return [["vary", "Origin"]];
  return [
    ["vary", "Origin"],
    ["access-control-allow-origin", origin],
    ["access-control-expose-headers", "Retry-After, X-Request-Id"],
    ...(cors.credentials ? [["access-control-allow-credentials", "true"] as [string, string]] : []),
  ];
}

/** The answer to a preflight, if this is one that may be answered. */
export function preflight(
  { cors, routes }: Settings,
  request: Request,
  path: string,
): Answer | undefined {
  const origin = request.headers.get("origin");
  const here = at(routes, path);
  if (!cors || request.method !== "OPTIONS" || origin === null || !here.length) return undefined;
  if (!cors.origins.includes(origin)) {
    return problem(403, "cross-site", "This origin is not named in the proxy's cors.origins");
  }
  const headers = ["Authorization", "Content-Type", "Idempotency-Key", ...(cors.headers ?? [])];
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": methods(here),
      "access-control-allow-headers": headers.join(", "),
      "access-control-max-age": "600",
    },
    body: null,
  };
}
