// `node main.mjs [--check] PART…`, run by `cargo xtask bench`. docs/benchmarks.md says what is measured.

import { measureColdStart } from "./cold/measure.mjs";
import { measureElements } from "./elements/drive.mjs";
import { measureInEngines } from "./engine/drive.mjs";
import { format, missed } from "./tables/cells.mjs";
import * as cold from "./tables/cold.mjs";
import * as decode from "./tables/decode.mjs";
import * as elements from "./tables/elements.mjs";
import * as turns from "./tables/turns.mjs";

const rounds = 31;
/** How often a long call is opened in a new page. Each takes seconds. */
const openings = 11;

const isChecked = process.argv.includes("--check");
const wanted = process.argv.slice(2).filter((argument) => argument !== "--check");

const inEngines = Object.entries({ decode, turns }).filter(([part]) => wanted.includes(part));
const corpora = inEngines.flatMap(([part, { corpora }]) =>
  corpora.map((corpus) => ({ part, ...corpus })),
);
const measured = corpora.length > 0 ? await measureInEngines(corpora, rounds) : [];
const tables = inEngines.flatMap(([part, { tables }]) =>
  tables(measured.filter((one) => one.part === part)),
);
if (wanted.includes("cold")) tables.push(...cold.tables(await measureColdStart(rounds)));
if (wanted.includes("elements"))
  tables.push(...elements.tables(await measureElements(rounds, openings)));

for (const table of tables) console.log(`\n${format(table)}`);
const misses = tables.flatMap(({ rows }) => rows).filter((row) => row.at(-1) === missed).length;
console.log(misses === 0 ? "\nAll goals are met." : `\nGoals missed: ${misses}`);
if (isChecked && misses > 0) process.exitCode = 1;
