/** Matches requests with the three routes. */

import {
  defaultRoutes,
  placeholders,
  refusedIds,
  refusedInRoutes,
  routeMethods,
} from "../generated/facts.js";
import { refuse } from "./answer.js";
import { badQuery, parseQuery } from "./query.js";

/** The names of the routes, as in the client. */
export type RouteName = keyof typeof defaultRoutes;

/** Route templates: a method, a space, and a path or query with the placeholder. */
export type Routes = { [name in RouteName]?: string | undefined };

/** The route and the parameters of a request. */
export type Asked =
  | { route: "instantCall"; params: { application_id: string }; query: Record<string, never> }
  | { route: "callDetails"; params: { call_id: string }; query: Record<string, never> }
  | { route: "screeningResults"; params: Record<string, never>; query: Record<string, string> };

/** A parsed template. */
export interface Route {
  name: RouteName;
  method: string;
  /** Path and query as in a URL, with `idMarker` for the id. */
  path: string;
  query: string[];
  matchesPath: RegExp;
}

export type RouteTable = Record<RouteName, Route>;

// Routes are matched in this order. Where two differ only in their query, the one with more parameters
// must come first.
const routeNames = ["instantCall", "callDetails", "screeningResults"] as const;

/** Replaces the placeholder in a parsed template. No URL parser changes it. */
const idMarker = "ninjahire-calls-id";

/**
 * An id is a UUID, according to the vendor. A few more characters are allowed, but none that a
 * server could read as a part of the path, encoded or not.
 */
const id = "([\\w.~-]{1,128})";

/** Parses the templates: those of `routes`, else of `otherwise`, else the default ones. Throws where the client would. */
export function compileRoutes(routes: Routes = {}, otherwise: Routes = {}): RouteTable {
  const compiled = routeNames.map((name) => [
    name,
    parseTemplate(name, routes[name] ?? otherwise[name] ?? defaultRoutes[name]),
  ]);
  return Object.fromEntries(compiled) as RouteTable;
}

function parseTemplate(name: RouteName, template: string): Route {
  const [, method = "", target = ""] = /^([^ ]*) (\/.*)$/s.exec(template) ?? [];
  const placeholder = placeholders[name];
  const parts = placeholder === null ? [target] : target.split(`{${placeholder}}`);
  const isValid =
    (routeMethods as readonly string[]).includes(method) &&
    /^[!-~]+$/.test(target) &&
    !refusedInRoutes.some((refused) => target.includes(refused)) &&
    parts.length === (placeholder === null ? 1 : 2) &&
    !parts.some((part) => /[{}]/.test(part));
  if (!isValid) {
    throw new TypeError(`createProxy: routes.${name} must be like "${defaultRoutes[name]}"`);
  }
  // A browser would encode a few characters of the template.
  const url = new URL(`http://x${parts.join(idMarker)}`).href.slice("http://x".length);
  const [path = "", ...query] = url.split("?");
  return {
    name,
    method,
    path,
    query: query.length ? query.join("?").split("&") : [],
    matchesPath: templatePattern(path),
  };
}

const templatePattern = (template: string) =>
  new RegExp(`^${template.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(idMarker, id)}$`);

/** The routes at a path. */
export const routesAt = (routes: RouteTable, path: string): Route[] =>
  routeNames
    .map((name) => routes[name])
    .filter((route) => matchId(route.matchesPath, path) !== null);

/** The id in a text that matches; `undefined` where the template has no id, `null` where the text does not match. */
function matchId(pattern: RegExp, text: string): string | undefined | null {
  const found = pattern.exec(text);
  if (!found || (refusedIds as readonly unknown[]).includes(found[1])) return null;
  return found[1];
}

/** The methods of routes, for the header `Allow`. */
export const allowHeader = (routes: Route[]) => routes.map(({ method }) => method).join(", ");

/** Finds the route of a request, from its method, its path below `basePath`, and its raw query. */
export function matchRoute(
  routes: RouteTable,
  method: string,
  basePath: string,
  path: string,
  search: string,
): Asked {
  const here = routesAt(routes, path);
  if (!here.length) {
    throw refuse(404, "no-route", "Nothing is here", "See basePath and routes.");
  }
  const allowed = here.filter((route) => route.method === method);
  if (!allowed.length) {
    const allow = allowHeader(here);
    throw refuse(405, "method", "Not allowed here", undefined, { allow });
  }
  const pairs = search.length > 1 ? search.slice(1).split("&") : [];
  for (const route of allowed) {
    const found = takeTemplateQuery(route, pairs);
    if (!found) continue;
    const id = matchId(route.matchesPath, path) ?? found.id;
    const isListing = route.name === "screeningResults";
    const matched = [path, path.slice(1), basePath + path, (basePath + path).slice(1)];
    const query = parseQuery(found.rest, isListing, (other) => matched.includes(other));
    const params = isListing ? {} : { [placeholders[route.name] as string]: id };
    return { route: route.name, params, query } as Asked;
  }
  throw badQuery(allowed[0]?.query[0]?.split("=")[0] ?? "");
}

/** The pairs of a query without those of the template, and the id in these. `undefined` where a pair is missing. */
function takeTemplateQuery(route: Route, pairs: string[]) {
  const rest = [...pairs];
  let id: string | undefined;
  for (const template of route.query) {
    const wanted = templatePattern(template);
    const at = rest.findIndex((pair) => matchId(wanted, pair) !== null);
    if (at < 0) return undefined;
    id ??= matchId(wanted, rest[at] ?? "") ?? undefined;
    rest.splice(at, 1);
  }
  return { id, rest };
}

/** Path and query for the upstream request, made from the parsed parts, and never copied from the browser's URL. */
export function upstreamPath(route: Route, { params, query }: Asked): string {
  const id = encodeURIComponent(Object.values(params)[0] ?? "");
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const search = [...route.query, ...pairs].join("&");
  const target = route.path + (route.query.length || pairs.length ? `?${search}` : "");
  // A function, because `replace` gives `$&` in a text a special meaning.
  return target.replace(idMarker, () => id);
}
