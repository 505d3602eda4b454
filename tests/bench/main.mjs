// `node main.mjs [--check] PART…`, run by `cargo xtask bench`. docs/benchmarks.md says what is measured.

import { bundle, wasm } from "./bundle.mjs";
import { corpus } from "./corpora/index.mjs";
import { engines } from "./engines.mjs";
import { serve } from "./server.mjs";
import { measureColdStart } from "./cold/measure.mjs";
import * as cold from "./tables/cold.mjs";
import * as decode from "./tables/decode.mjs";
import * as turns from "./tables/turns.mjs";

const rounds = 31;

/** The parts that run inside every engine. */
const inEngines = { decode, turns };

const wanted = process.argv.slice(2).filter((argument) => argument !== "--check");
const isChecked = process.argv.includes("--check");

const chosen = Object.keys(inEngines).filter((part) => wanted.includes(part));
const verdicts = [];

if (chosen.length > 0) {
  const measured = await measureInEngines(chosen);
  for (const part of chosen) verdicts.push(inEngines[part].print(measured[part]));
}
if (wanted.includes("cold")) verdicts.push(cold.print(await measureColdStart(rounds)));

const isHeld = verdicts.every(Boolean);
console.log(isHeld ? "\nEvery goal is held." : "\nGoals are missed.");
if (isChecked && !isHeld) process.exitCode = 1;

async function measureInEngines(parts) {
  const files = new Map([
    [
      "/page.html",
      '<!doctype html><title>Benchmark</title><script type="module" src="/page.js"></script>',
    ],
    ["/page.js", await bundle("engine/page.mjs")],
    ["/core.wasm", await wasm()],
  ]);
  for (const { kind, script } of parts.flatMap((part) => inEngines[part].corpora)) {
    files.set(`/corpora/${kind}-${script}`, corpus(kind, script));
  }
  const server = await serve(files, { isolate: true });
  const measured = Object.fromEntries(parts.map((part) => [part, []]));
  for (const [engine, open] of Object.entries(engines)) {
    const opened = await open(server.origin);
    for (const part of parts) {
      for (const { kind, script } of inEngines[part].corpora) {
        console.log(`Measuring ${part} in ${engine}: ${kind}, ${script}, ${rounds} rounds`);
        const samples = await opened.measure({ part, kind, script, rounds });
        measured[part].push({ engine, kind, script, samples });
      }
    }
    await opened.close();
  }
  server.close();
  return measured;
}
