/** Measures in Node, Chromium and Firefox, one after the other. */

import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import puppeteer from "puppeteer-core";
import { openChromium } from "../../elements/helpers/browser.mjs";
import { bundle, installed, wasm } from "../bundle.mjs";
import { corpus } from "../corpora/index.mjs";
import { serve } from "../server.mjs";

/** Functions by name that open an engine, which has `measure(what)` and `close()`. */
const engines = {
  Node: openNode,
  Chromium: async (origin) => openPage(await openChromium(), origin),
  Firefox: async (origin) => openPage(await openFirefox(), origin),
};

/**
 * Takes `{ part, kind, script }` for each corpus; returns them with `engine`, and with `samples`: the
 * milliseconds of every round by contestant.
 */
export async function measureInEngines(corpora, rounds) {
  const server = await serve(await site(corpora), { isolate: true });
  const measured = [];
  try {
    for (const [engine, open] of Object.entries(engines)) {
      const { measure, close } = await open(server.origin);
      try {
        for (const what of corpora) {
          console.log(`Measuring ${what.part} in ${engine}: ${what.kind}, ${what.script}`);
          measured.push({ engine, ...what, samples: await measure({ ...what, rounds }) });
        }
      } finally {
        await close();
      }
    }
  } finally {
    server.close();
  }
  return measured;
}

async function site(corpora) {
  const page =
    '<!doctype html><title>Benchmark</title><script type="module" src="/page.js"></script>';
  return new Map([
    ["/page.html", page],
    ["/page.js", await bundle("engine/page.mjs")],
    ["/core.wasm", await wasm()],
    ...corpora.map(({ kind, script }) => [`/corpora/${kind}-${script}`, corpus(kind, script)]),
  ]);
}

/** A separate process for every corpus, because this one runs a server and browsers. */
function openNode(origin) {
  const module = pathToFileURL(`${import.meta.dirname}/measure.mjs`).href;
  const folder = dirname(dirname(installed));
  return {
    async measure(what) {
      const script = `
        import * as ours from "ninjahire-calls";
        import { measure } from ${JSON.stringify(module)};
        await ours.init();
        console.log(JSON.stringify(await measure(${JSON.stringify({ ...what, origin })}, ours)));`;
      const node = ["--input-type=module", "--eval", script];
      const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: folder });
      return JSON.parse(stdout);
    },
    close() {},
  };
}

async function openPage(browser, origin) {
  const page = await browser.newPage();
  // A page in the background is slowed down.
  await page.bringToFront();
  return {
    async measure(what) {
      // A new page for each, so that code compiled for one corpus does not help the next.
      await page.goto(`${origin}/page.html`);
      await page.waitForFunction("globalThis.measure");
      return page.evaluate((what) => globalThis.measure(what), what);
    },
    close: () => browser.close(),
  };
}

function openFirefox() {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: 300_000,
  });
}
