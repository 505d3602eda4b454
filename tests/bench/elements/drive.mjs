/** Measures the elements in Chromium, the only browser that reports long tasks. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openChromium } from "../../elements/helpers/browser.mjs";
import { bundle, installed, wasm } from "../bundle.mjs";
import { corpus } from "../corpora/index.mjs";
import { serve } from "../server.mjs";

/** The measured calls: one of 200 kB, and one of 10,000 turns. */
export const kinds = ["longCall", "hugeCall"];

/** The page has text before the measurement, so that its fonts are loaded. */
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Calls</title><link rel="icon" href="data:,"></head>
<body><h1>Calls</h1><p>Of <b>a page</b> <small>that was there before</small>.</p><main></main><script type="module" src="/page.js"></script></body></html>`;

/**
 * Returns `shares`: for each action on a transcript of 10,000 turns, the milliseconds of every round. And
 * `tasks`: for each kind of call the longest tasks, with a new page for each round.
 */
export async function measureElements(rounds, openings) {
  const server = await serve(await site(), { isolate: true });
  const browser = await openChromium();
  const inPage = async (what, ...args) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${server.origin}/page.html`);
      await page.waitForFunction("globalThis.measure");
      return await page.evaluate(([what, args]) => globalThis.measure[what](...args), [what, args]);
    } finally {
      await context.close();
    }
  };
  try {
    console.log("Measuring a transcript of 10,000 turns in Chromium");
    const shares = await inPage("shares", "hugeCall", rounds);
    const tasks = Object.fromEntries(kinds.map((kind) => [kind, []]));
    console.log("Measuring the longest tasks of a call in Chromium");
    for (let round = 0; round < openings; round += 1) {
      for (const kind of kinds) {
        const plain = await inPage("plainTask", kind);
        tasks[kind].push({ plain, ...(await inPage("tasks", kind)) });
      }
    }
    return { shares, tasks };
  } finally {
    await browser.close();
    server.close();
  }
}

async function site() {
  return new Map([
    ["/page.html", html],
    ["/page.js", await bundle("elements/page.mjs")],
    ["/core.wasm", await wasm()],
    ["/reading.wasm", await readFile(join(installed, "reading.wasm"))],
    ...kinds.map((kind) => [`/corpora/${kind}/calls/c1`, corpus(kind, "ascii")]),
  ]);
}
