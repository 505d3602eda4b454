/** The three routes, and nothing else. */

import {
  defaultRoutes,
  placeholders,
  refusedIds,
  refusedInRoutes,
  routeMethods,
} from "../generated/facts.js";
import { refuse } from "./answer.js";
import { badQuery, parseQuery } from "./query.js";

/** Names the routes, as in the client. */
export type RouteName = keyof typeof defaultRoutes;

/** Templates: a method, a space, and a path or query with the placeholder. */
export type Routes = { [name in RouteName]?: string | undefined };

/** What is asked for. */
export type Asked =
  | { route: "instantCall"; params: { application_id: string }; query: Record<string, never> }
  | { route: "callDetails"; params: { call_id: string }; query: Record<string, never> }
  | { route: "screeningResults"; params: Record<string, never>; query: Record<string, string> };

/** A template, taken apart. */
export interface Route {
  name: RouteName;
  method: string;
  /** Both as a URL has them, with `idMarker` where the id goes. */
  path: string;
  query: string[];
  matchesPath: RegExp;
}

export type RouteTable = Record<RouteName, Route>;

// In this order they are tried: where two differ only by their query, the one that needs more of it
// comes first.
const routeNames = ["instantCall", "callDetails", "screeningResults"] as const;

/** Stands for the id in a template. No URL parser changes it. */
const idMarker = "ninjahire-calls-id";

/**
 * An id is a UUID by the vendor's word. A few more characters are let in, but none that any server
 * could take for a part of the path, encoded or not.
 */
const id = "([\\w.~-]{1,128})";

/** Takes the templates apart. Throws where the client would: the two must mean the same. */
/** Where `routes` has no template, `otherwise` may have one. */
export function compileRoutes(routes: Routes = {}, otherwise: Routes = {}): RouteTable {
  const compiled = routeNames.map((name) => [
    name,
    compile(name, routes[name] ?? otherwise[name] ?? defaultRoutes[name]),
  ]);
  return Object.fromEntries(compiled) as RouteTable;
}

function compile(name: RouteName, template: string): Route {
  const [, method = "", target = ""] = /^([^ ]*) (\/.*)$/s.exec(template) ?? [];
  const placeholder = placeholders[name];
  const parts = placeholder === null ? [target] : target.split(`{${placeholder}}`);
  const isFine =
    (routeMethods as readonly string[]).includes(method) &&
    /^[!-~]+$/.test(target) &&
    !refusedInRoutes.some((refused) => target.includes(refused)) &&
    parts.length === (placeholder === null ? 1 : 2) &&
    !parts.some((part) => /[{}]/.test(part));
  if (!isFine) {
    throw new TypeError(`createProxy: routes.${name} must be like "${defaultRoutes[name]}"`);
  }
  // As a browser has it: it encodes a few characters.
  const url = new URL(`http://x${parts.join(idMarker)}`).href.slice("http://x".length);
  const [path = "", ...query] = url.split("?");
  return {
    name,
    method,
    path,
    query: query.length ? query.join("?").split("&") : [],
    matchesPath: pattern(path),
  };
}

const pattern = (template: string) =>
  new RegExp(`^${template.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(idMarker, id)}$`);

/** The routes at a path. */
export const routesAt = (routes: RouteTable, path: string): Route[] =>
  routeNames.map((name) => routes[name]).filter((route) => idIn(route.matchesPath, path) !== null);

/** The id where there is one, `undefined` where the template has none, `null` where it does not match. */
function idIn(pattern: RegExp, text: string): string | undefined | null {
  const found = pattern.exec(text);
  if (!found || (refusedIds as readonly unknown[]).includes(found[1])) return null;
  return found[1];
}

/** Their methods, for `Allow`. */
export const methods = (routes: Route[]) => routes.map(({ method }) => method).join(", ");

/** What a method, a path below the mount `basePath` and a raw query ask for. */
export function match(
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
    const allow = methods(here);
    throw refuse(405, "method", "Not allowed here", undefined, { allow });
  }
  const pairs = search.length > 1 ? search.slice(1).split("&") : [];
  for (const route of allowed) {
    const found = takeTemplateQuery(route, pairs);
    if (!found) continue;
    const id = idIn(route.matchesPath, path) ?? found.id;
    const isListing = route.name === "screeningResults";
    const matched = [path, path.slice(1), basePath + path, (basePath + path).slice(1)];
    const query = parseQuery(found.rest, isListing, (other) => matched.includes(other));
    const params = isListing ? {} : { [placeholders[route.name] as string]: id };
    return { route: route.name, params, query } as Asked;
  }
  throw badQuery(allowed[0]?.query[0]?.split("=")[0] ?? "");
}

/** The pairs without those that the template itself has, and the id that they had. */
function takeTemplateQuery(route: Route, pairs: string[]) {
  const rest = [...pairs];
  let id: string | undefined;
  for (const template of route.query) {
    const wanted = pattern(template);
    const at = rest.findIndex((pair) => idIn(wanted, pair) !== null);
    if (at < 0) return undefined;
    id ??= idIn(wanted, rest[at] ?? "") ?? undefined;
    rest.splice(at, 1);
  }
  return { id, rest };
}

/** The path and query to ask upstream: made from the parts, never copied. */
export function upstreamPath(route: Route, { params, query }: Asked): string {
  const id = encodeURIComponent(Object.values(params)[0] ?? "");
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const search = [...route.query, ...pairs].join("&");
  const target = route.path + (route.query.length || pairs.length ? `?${search}` : "");
  // A function, since a text could have a meaning of its own: `$&`.
  return target.replace(idMarker, () => id);
}
