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

/** All that a listing can be asked. */
export const listingNames: readonly string[] = ["page", "size", ...filterNames];

// Enough for any source system's ids, and for no essay.
const longest = 256;

const bad = (detail: string) => refuse(400, "bad-query", "The query cannot be used", detail);

/** The parameters of a raw query, each once, decoded. Nothing is guessed: what is odd is refused. */
export function parseQuery(raw: string): Map<string, string> {
  const query = new Map<string, string>();
  if (raw.length < 2) return query;
  for (const pair of raw.slice(1).split("&")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    // A name that needs decoding is none that we know.
    if (at < 0 || !/^\w+$/.test(name)) throw bad("A parameter is not of the form name=value.");
    if (query.has(name)) throw bad(`${name} was given more than once.`);
    query.set(name, decode(name, pair.slice(at + 1)));
  }
  return query;
}

function decode(name: string, raw: string): string {
  let value;
  try {
    value = decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    throw bad(`${name} is not well encoded.`);
  }
  if (!isValue(value)) throw bad(`${name} is blank, too long, or has control characters.`);
  return value;
}

/** Whether it can be a parameter's value. */
export function isValue(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= longest &&
    value.trim() !== "" &&
    // \p{C}: controls, invisible format characters, lone surrogates.
    !/\p{C}/u.test(value)
  );
}

/** Refuses what a listing cannot be asked. */
export function checkListing(query: Map<string, string>): void {
  for (const [name, value] of query) {
    if (!listingNames.includes(name)) throw bad(`There is no query parameter ${name}.`);
    const number = Number(value);
    const most = name === "page" ? 1e9 : name === "size" ? 100 : undefined;
    if (most && !(/^[1-9]\d*$/.test(value) && number <= most)) {
      throw bad(`${name} must be an integer of 1 to ${most}.`);
    }
  }
}
