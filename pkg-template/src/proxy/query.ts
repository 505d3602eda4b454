import { filterNames, pages, sizes } from "../generated/facts.js";
import { type Refusal, refuse } from "./answer.js";

/** The filters of a listing. */
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

/** The refusal that names the invalid parameter. */
export const badQuery = (name: string): Refusal =>
  refuse(400, "bad-query", "The query cannot be used", `Look at ${name}.`);

export const isFilter = (name: string): name is keyof Filters =>
  (filterNames as readonly string[]).includes(name);

/** Whether this can be a parameter's value: not blank, at most 256 characters, without control characters. */
export const isValue = (value: unknown): value is string =>
  typeof value === "string" && /\S/.test(value) && /^\P{Cc}{1,256}$/u.test(value);

/** Whether a listing's parameter can have this value. */
function isListingValue(name: string, value: string): boolean {
  if (name === "page") return isWhole(value, pages);
  if (name === "size") return isWhole(value, sizes);
  return isFilter(name) && isValue(value);
}

const isWhole = (value: string, { min, max }: { min: number; max: number }) =>
  /^[1-9]\d*$/.test(value) && Number(value) >= min && Number(value) <= max;

/**
 * Decodes the parameters of a raw query. Refuses a parameter that is unknown, repeated or
 * malformed.
 *
 * Some frameworks append the parameter of a catch-all route (`?path=calls&path=0c9f…`,
 * `?...path=…`). A parameter that repeats the matched path is dropped.
 */
export function parseQuery(
  pairs: string[],
  isListing: boolean,
  isMatchedPath: (path: string) => boolean,
): Record<string, string> {
  const query = new Map<string, string>();
  const others = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const [name, encoded] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    const value = decodeValue(encoded) ?? refuseParameter(name);
    if (isListing && (name === "page" || name === "size" || isFilter(name))) {
      if (query.has(name) || !isListingValue(name, value)) throw badQuery(name);
      query.set(name, value);
    } else {
      const values = others.get(name);
      if (values) values.push(value);
      else others.set(name, [value]);
    }
  }
  for (const [name, values] of others) {
    if (!name || !isMatchedPath(values.join("/"))) throw badQuery(name);
  }
  return Object.fromEntries(query);
}

function refuseParameter(name: string): never {
  throw badQuery(name);
}

/** Decodes a value; `undefined` where the encoding is invalid. */
function decodeValue(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
