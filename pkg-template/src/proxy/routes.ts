/** The three routes, and nothing else. */

import { defaultRoutes } from "../generated/routes.js";
import { refuse } from "./answer.js";
import { checkListing, parseQuery } from "./query.js";

/** Names the routes, as in the client. */
export type RouteName = keyof typeof defaultRoutes;

/** Templates: a method, a space, and a path or query with the placeholder. */
export type Routes = Partial<Record<RouteName, string>>;

/** What is asked for. */
export type Asked =
  | { route: "instantCall"; params: { application_id: string }; query: Record<string, never> }
  | { route: "callDetails"; params: { call_id: string }; query: Record<string, never> }
  | { route: "screeningResults"; params: Record<string, never>; query: Record<string, string> };

/** A template, taken apart. */
export interface Route {
  name: RouteName;
  method: string;
  /** With the placeholder, where the path has it. */
  path: string;
  matches: RegExp;
  /** What the template itself has in its query. */
  query: [name: string, value: string][];
}

const placeholders: Record<RouteName, string | undefined> = {
  instantCall: "application_id",
  callDetails: "call_id",
  screeningResults: undefined,
};

/**
 * An id is a UUID by the vendor's word. A few more characters are let in, but none that any server
 * could take for a part of the path, encoded or not.
 */
const id = "([\\w~-][\\w.~-]{0,127})";

/** Takes the templates apart. Throws where the client would: the two must mean the same. */
export function compileRoutes(routes: Routes = {}): Route[] {
  return (Object.keys(defaultRoutes) as RouteName[]).map((name) => {
    const template = routes[name] ?? defaultRoutes[name];
    const wrong = new TypeError(
      `createProxy: routes.${name} must be like ${JSON.stringify(defaultRoutes[name])}`,
    );
    const [, method, path = "", query] =
      /^(GET|POST|PUT|PATCH) ((?:\/[\w.~{}:@!$()*+,;-]+)+)(?:\?([\w.~{}=&-]+))?$/.exec(template) ??
      [];
    if (!method || /\/\./.test(path)) throw wrong;
    const [...names] = template.matchAll(/\{([^}]*)\}/g);
    const placeholder = placeholders[name];
    if (names.length !== (placeholder ? 1 : 0)) throw wrong;
    if (placeholder && names[0]?.[1] !== placeholder) throw wrong;
    if (/[{}]/.test(template.replace(`{${placeholder}}`, ""))) throw wrong;
    const pairs = query?.split("&").map((pair) => pair.split("=")) ?? [];
    if (pairs.some((pair) => pair.length !== 2 || !pair[0])) throw wrong;
    return {
      name,
      method,
      path,
      matches: pattern(path),
      query: pairs as Route["query"],
    };
  });
}

const pattern = (template: string) =>
  new RegExp(`^${template.replace(/[.$()*+]/g, "\\$&").replace(/\{\w+\}/, id)}$`);

/** The route that a method, a path below the mount and a raw query ask for. */
export function match(
  routes: Route[],
  method: string,
  path: string,
  search: string,
): { route: Route; asked: Asked } {
  const here = at(routes, path);
  if (!here.length) {
    throw refuse(404, "no-route", "There is nothing here", "See the proxy's basePath and routes.");
  }
  const allowed = here.filter((route) => route.method === method);
  if (!allowed.length) {
    throw refuse(405, "method", "This method is not allowed here", undefined, {
      allow: methods(here),
    });
  }
  const query = parseQuery(search);
  const route = allowed.find((one) => one.query.every(([name]) => query.has(name)));
  if (!route) throw refuse(400, "bad-query", "A parameter is missing");
  return { route, asked: read(route, path, query) };
}

/** The routes at a path. */
export const at = (routes: Route[], path: string) =>
  routes.filter((route) => route.matches.test(path));

/** Their methods, for `Allow`. */
export const methods = (routes: Route[]) =>
  [...new Set(routes.map(({ method }) => method))].join(", ");

function read(route: Route, path: string, query: Map<string, string>): Asked {
  let value = route.matches.exec(path)?.[1];
  for (const [name, template] of route.query) {
    const found = pattern(template).exec(query.get(name) ?? "");
    if (!found)
      throw refuse(
        400,
        "bad-query",
        "The query cannot be used",
        `${name} is not as the route has it.`,
      );
    value ??= found[1];
    query.delete(name);
  }
  const placeholder = placeholders[route.name];
  if (!placeholder) checkListing(query);
  else if (query.size) {
    throw refuse(400, "bad-query", "The query cannot be used", "This route takes no parameters.");
  }
  return {
    route: route.name,
    params: placeholder ? { [placeholder]: value } : {},
    query: Object.fromEntries(query),
  } as Asked;
}

/** The path and query to ask upstream: made from the parts, never copied. */
export function upstreamPath(route: Route, { params, query }: Asked): string {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/, (_, name) => encodeURIComponent(params[name as never] ?? ""));
  const pairs = [
    ...route.query.map(([name, value]) => `${name}=${fill(value)}`),
    ...Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ];
  return fill(route.path) + (pairs.length ? `?${pairs.join("&")}` : "");
}
