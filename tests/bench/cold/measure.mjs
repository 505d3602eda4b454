/** Cold start in Chromium: from the navigation to the first turns of a call. */

import { openChromium } from "../../elements/helpers/browser.mjs";
import { bundle, wasm } from "../bundle.mjs";
import { corpus } from "../corpora/index.mjs";
import { serve } from "../server.mjs";

/** A good connection on a desktop, and a slow one on a phone: the two of Lighthouse. */
export const networks = [
  { name: "10 Mbit/s, 40 ms", megabits: 10, latencyMs: 40, cpuSlowdown: 1 },
  { name: "1.6 Mbit/s, 150 ms, CPU 4 × slower", megabits: 1.6, latencyMs: 150, cpuSlowdown: 4 },
];

const preload =
  '<link rel="preload" href="/core.wasm" as="fetch" type="application/wasm" crossorigin>';

/** Each is one page with one script in its head, so there is nothing to modulepreload. */
const contestants = {
  "ky + { z }": { path: "/ky-whole-zod.html", script: "ky-whole-zod" },
  "ky + * as z": { path: "/ky-zod.html", script: "ky-zod" },
  "ky + valibot": { path: "/ky-valibot.html", script: "ky-valibot" },
  "ninjahire-calls": { path: "/ours.html", script: "ours" },
  "ninjahire-calls, preloaded": { path: "/preloaded.html", script: "ours", head: preload },
};

const html = (script, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Call</title><link rel="icon" href="data:,">${head}<script type="module" src="/${script}.js"></script></head><body><ol></ol></body></html>`;

/**
 * Returns for each network the bytes of each contestant's page, and for each
 * round the times of its milestones. Throws where two pages do not show the same.
 */
export async function measureColdStart(rounds) {
  const files = new Map([
    ["/api/calls/c1", corpus("call", "ascii")],
    ["/core.wasm", await wasm()],
  ]);
  for (const { path, script, head } of Object.values(contestants)) {
    files.set(path, html(script, head));
    files.set(`/${script}.js`, await bundle(`cold/${script}.mjs`));
  }
  const server = await serve(files);
  const browser = await openChromium();
  try {
    const sizes = await compare(browser, server);
    const measured = [];
    for (const network of networks) {
      console.log(`Measuring cold starts in Chromium: ${network.name}`);
      const samples = await interleave(browser, server, network, rounds);
      measured.push({ network, sizes, samples });
    }
    return measured;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Opens every page once, compares what they show, and returns the bytes that each took. */
async function compare(browser, server) {
  const sizes = {};
  let expected;
  for (const [name, { path }] of Object.entries(contestants)) {
    server.requests.length = 0;
    const { shown } = await navigate(browser, server.origin + path, networks[0]);
    expected ??= shown;
    if (!shown || shown !== expected) throw new Error(`${name} shows other turns`);
    if (new Set(server.requests).size !== server.requests.length) {
      throw new Error(`${name} loads something twice: ${server.requests.join(", ")}`);
    }
    const loaded = server.requests.filter((path) => !path.startsWith("/api/"));
    sizes[name] = loaded.reduce((sum, path) => sum + server.size(path), 0);
  }
  return sizes;
}

async function interleave(browser, server, network, rounds) {
  const names = Object.keys(contestants);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) {
      const { reached } = await navigate(browser, server.origin + contestants[name].path, network);
      samples[name].push(reached);
    }
  }
  return samples;
}

/** Opens a page in a fresh context, as a first visitor, and returns its report. */
async function navigate(browser, url, { megabits, latencyMs, cpuSlowdown }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: (megabits * 1e6) / 8,
    uploadThroughput: (megabits * 1e6) / 8,
  });
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  try {
    const failed = new Promise((_, reject) => page.once("pageerror", reject));
    const report = page.waitForEvent("console");
    await page.goto(url, { waitUntil: "commit" });
    return JSON.parse((await Promise.race([report, failed])).text());
  } finally {
    await context.close();
  }
}
