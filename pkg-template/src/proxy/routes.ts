/** The three routes, and nothing else. */

import { defaultRoutes } from "../generated/routes.js";
import { refuse } from "./answer.js";
import { badQuery, checkListing, parseQuery } from "./query.js";

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

/** `{call_id}`, where there is one. */
const placeholder = (template: string) => template.match(/\{[^}]*\}|[{}]/g)?.join();

/** Takes the templates apart. Throws where the client would: the two must mean the same. */
export function compileRoutes(routes: Routes = {}): Record<RouteName, Route> {
  const names = Object.keys(defaultRoutes) as RouteName[];
  return Object.fromEntries(
    names.map((name) => [name, compile(name, routes[name] ?? defaultRoutes[name])]),
  ) as Record<RouteName, Route>;
}

function compile(name: RouteName, template: string): Route {
  const [, method, path = "", query = ""] =
    /^(GET|POST|PUT|PATCH) ((?:\/(?!\.)[\w.~{}:@!$()*+,;-]+)+)(?:\?((?:&?\w+=[\w.~{}-]+)+))?$/.exec(
      template,
    ) ?? [];
  if (!method || placeholder(template) !== placeholder(defaultRoutes[name])) {
    throw new TypeError(`createProxy: routes.${name} must be like "${defaultRoutes[name]}"`);
  }
  const pairs = query ? query.split("&").map((pair) => pair.split("=")) : [];
  return { name, method, path, matches: pattern(path), query: pairs as Route["query"] };
}

/**
 * An id is a UUID by the vendor's word. A few more characters are let in, but none that any server
 * could take for a part of the path, encoded or not.
 */
const pattern = (template: string) =>
  new RegExp(
    `^${template.replace(/[.$()*+]/g, "\\$&").replace(/\{\w+\}/, "([\\w~-][\\w.~-]{0,127})")}$`,
  );

/** The routes at a path. */
export const at = (routes: Record<RouteName, Route>, path: string) =>
  Object.values(routes).filter(({ matches }) => matches.test(path));

/** Their methods, for `Allow`. */
export const methods = (routes: Route[]) => routes.map(({ method }) => method).join(", ");

/** What a method, a path below the mount and a raw query ask for. */
export function match(
  routes: Record<RouteName, Route>,
  method: string,
  path: string,
  search: string,
): Asked {
  const here = at(routes, path);
  if (!here.length) {
    throw refuse(404, "no-route", "Nothing is here", "See basePath and routes.");
  }
  const allowed = here.filter((route) => route.method === method);
  if (!allowed.length) {
    const allow = methods(here);
    throw refuse(405, "method", "Not allowed here", undefined, { allow });
  }
  const query = parseQuery(search);
  const route = allowed.find((one) => one.query.every(([name]) => query.has(name)));
  if (!route) throw badQuery(allowed[0]?.query[0]?.[0] ?? "");

  let id = route.matches.exec(path)?.[1];
  for (const [name, template] of route.query) {
    const found = pattern(template).exec(query.get(name) ?? "");
    if (!found) throw badQuery(name);
    id ??= found[1];
    query.delete(name);
  }
  if (route.name === "screeningResults") checkListing(query);
  else for (const name of query.keys()) throw badQuery(name);
  const name = route.name === "instantCall" ? "application_id" : "call_id";
  return {
    route: route.name,
    params: id ? { [name]: id } : {},
    query: Object.fromEntries(query),
  } as Asked;
}

/** The path and query to ask upstream: made from the parts, never copied. */
export function upstreamPath(route: Route, { params, query }: Asked): string {
  const id = encodeURIComponent(Object.values(params)[0] ?? "");
  const pairs = Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]);
  const search = [...route.query, ...pairs].map((pair) => pair.join("=")).join("&");
  // A function, since a text could have a meaning of its own: `$&`.
  return (route.path + (search && `?${search}`)).replace(/\{\w+\}/, () => id);
}
