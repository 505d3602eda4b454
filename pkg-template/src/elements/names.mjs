/**
 * Properties and methods that nobody outside of the bundle names, so that it may shorten them.
 *
 * What a page can get at is not among them: attributes' properties, public methods, fields of
 * events and calls, names of texts. Nor is what the platform calls or what `strings` is asked for.
 */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const internal = `
  properties willUpdate updated render reflect

  usedClient usedStrings locale failure announce focusOn emit detached clientFor

  veiled helpersFailed hasProblems exportFailed loaded progress isUp
  following isOn grown

  numbers twoDigits plurals collator isLast

  restyle canSeek mark element clock skip

  hasFailed hasContent isEmpty reportFailure contents numeral begin

  show
`
  .trim()
  .split(/\s+/);

/** For esbuild: those, and what begins like Lit's own. */
export const mangled = new RegExp(`^(_\\$.+|${[...new Set(internal)].join("|")})$`);

/** Names that mean something to the platform, and are short enough to come up. */
export const untouched = Object.fromEntries(
  ["at", "has", "id", "is", "of", "on"].map((name) => [name, false]),
);

/** Throws where one of them has become public. */
export function checkNames(pkg) {
  const types = readdirSync(pkg, { recursive: true })
    .filter((file) => file.endsWith(".d.ts") && !/^elements[\\/](?!strings)/.test(file))
    .map((file) => readFileSync(join(pkg, file), "utf8"))
    .join("\n");
  for (const name of internal)
    if (new RegExp(`^\\s*(readonly )?"?${name}"?\\??[(:]`, "m").test(types))
      throw new Error(`${name} is public now: take it out of names.mjs`);
}
