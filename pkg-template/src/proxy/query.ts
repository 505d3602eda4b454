import { refuse } from "./answer.js";

/** The vendor's six filters. */
export const filterNames = [
  "application_id",
  "job_id",
  "candidate_id",
  "application_source_id",
  "job_source_id",
  "candidate_source_id",
] as const;

/** Filters of a listing. */
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

/** Says which parameter cannot be used. */
export const badQuery = (name: string): Response =>
  refuse(400, "bad-query", "The query cannot be used", `Look at ${name}.`);

/** The parameters of a raw query, each once, decoded. Nothing is guessed: what is odd is refused. */
export function parseQuery(raw: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const pair of raw.length > 1 ? raw.slice(1).split("&") : []) {
    // A name that needs decoding is none that we know.
    const [, name, encoded = ""] = /^(\w+)=(.*)$/.exec(pair) ?? [];
    if (!name || query.has(name)) throw badQuery(name ?? pair);
    try {
      query.set(name, decodeURIComponent(encoded.replaceAll("+", " ")));
    } catch {
      throw badQuery(name);
    }
    if (!isValue(query.get(name))) throw badQuery(name);
  }
  return query;
}

/** Whether it can be a parameter's value: not blank, not an essay, nothing that cannot be seen. */
export function isValue(value: unknown): value is string {
  return typeof value === "string" && /\S/.test(value) && /^\P{C}{1,256}$/u.test(value);
}

/** Refuses what a listing cannot be asked. */
export function checkListing(query: Map<string, string>): void {
  for (const [name, value] of query) {
    const isFine =
      name === "page"
        ? /^[1-9]\d{0,8}$/.test(value)
        : name === "size"
          ? /^([1-9]\d?|100)$/.test(value)
          : filterNames.includes(name as never);
    if (!isFine) throw badQuery(name);
  }
}
