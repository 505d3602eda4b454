/** A page without build tools: one script tag, one HTML tag. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, it } from "node:test";
import { openChromium } from "./helpers/browser.mjs";
import { call } from "./helpers/calls.mjs";
import { shows } from "./helpers/setup.mjs";
import { openSite } from "./helpers/site.mjs";

let site;
let other;
let browser;

before(async () => {
  const recording = readFileSync(new URL("../../www/gallery/recording.wav", import.meta.url));
  [site, other, browser] = await Promise.all([openSite(), openSite(), openChromium()]);
  site.pages.set("/recording.wav", recording);
  site.api = () => ({ ...call, recording_url: `${site.url}/recording.wav` });
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
after(async () => {
  await browser?.close();
  site?.close();
  other?.close();
});

/** Opens a page with one script tag and one element, as an author would write it. */
async function open(scriptOrigin, policy) {
  site.policy = `${policy}; report-uri /csp-report`;
  site.reports.length = site.requests.length = other.reports.length = 0;
  site.pages.set(
    "/ats.html",
    `<!doctype html>
<html lang="en">
<title>ATS</title>
<script type="module" src="${scriptOrigin}/pkg/embed.js"></script>
<ninjahire-call base-url="/api" call-id="c1"></ninjahire-call>`,
  );
  const page = await browser.newPage();
  page.problems = [];
  page.wasm = [];
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => /\.wasm$/.test(request.url()) && page.wasm.push(request.url()));
  // Answers the browser's request for an icon, which the page does not name.
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(`${site.url}/ats.html`);
  return page;
}

async function rendersTheCall(page) {
  await shows(page, "ninjahire-call", "done");
  await page.getByText("84 of 100").waitFor();
  await page.getByText("My notice period is four weeks").waitFor();
  assert.deepEqual(site.requests, ["GET /calls/c1"]);
  // The parts that load on first use are in the script's folder as well.
  await page.getByRole("switch", { name: "Hide contact details" }).click();
  await page.getByText("1 place hidden").first().waitFor();
  assert.deepEqual(page.problems, []);
  assert.deepEqual(site.reports, []);
}

const wasmOf = (origin) => [`${origin}/pkg/core.wasm`, `${origin}/pkg/reading.wasm`];

describe("embed.js", () => {
  it("renders a call on a page of its own origin, under the strictest policy", async () => {
    const page = await open(
      site.url,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; media-src 'self'; require-trusted-types-for 'script'",
    );
    await rendersTheCall(page);
    assert.deepEqual(page.wasm, wasmOf(site.url));
  });

  it("renders a call if the script is from another origin, and loads the wasm from the script's folder", async () => {
    const page = await open(
      other.url,
      `default-src 'none'; script-src ${other.url} 'wasm-unsafe-eval'; connect-src 'self' ${other.url}; media-src 'self'; require-trusted-types-for 'script'`,
    );
    await rendersTheCall(page);
    assert.deepEqual(page.wasm, wasmOf(other.url));
    assert.deepEqual(other.requests, []);
  });

  it("says that the policy forbids WebAssembly", async () => {
    const page = await open(site.url, "default-src 'self'");
    await page.getByText("does not allow WebAssembly").first().waitFor();
  });
});
