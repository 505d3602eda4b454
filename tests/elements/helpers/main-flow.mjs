/** The main flow of a recruiter, from the list to a call, in any browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { answer, call, liveCall } from "./calls.mjs";

const recording = new URL("../../../www/gallery/recording.wav", import.meta.url);

/**
 * Runs the flow. `page` has `goto(url)`, `evaluate(work)` and `until(isSo)`. `work` and `isSo` run in the
 * page and may be asynchronous.
 */
export async function runMainFlow(site, page) {
  site.pages.set("/recording.wav", readFileSync(recording));
  // Records errors from the start, so it must load first.
  site.pages.set(
    "/problems.js",
    `window.problems = [];
    addEventListener("error", ({ message }) => message && problems.push(message));
    addEventListener("unhandledrejection", ({ reason }) => problems.push(String(reason)));`,
  );
  const isPlaced = () => site.requests.some((one) => one.startsWith("POST"));
  let polls = 0;
  site.api = (method, path, query) => {
    if (path !== "/calls/c1") return answer(method, path, query);
    if (isPlaced() && polls++ < 2) return liveCall;
    return { ...call, recording_url: `${site.url}/recording.wav` };
  };
  const path = site.page(
    `<ninjahire-provider base-url="/api"><ninjahire-results job-id="j1"></ninjahire-results>
    <ninjahire-call></ninjahire-call><ninjahire-call-button application-id="a1"></ninjahire-call-button></ninjahire-provider>`,
    { head: '<script src="/problems.js"></script>' },
  );
  await page.goto(site.url + path);

  await page.until(() => document.querySelector('ninjahire-results[state="done"]'));
  await page.evaluate(() => {
    const show = document.querySelector("ninjahire-call");
    addEventListener("ninjahire-call-select", () => (show.callId = "c1"));
    document
      .querySelector("ninjahire-results")
      .shadowRoot.querySelector("[part=candidate]")
      .click();
  });
  await page.until(() => document.querySelector('ninjahire-call[state="done"]'));
  const text = await page.evaluate(
    () => document.querySelector("ninjahire-call").shadowRoot.textContent,
  );
  assert.match(text, /84 of 100/);

  await page.evaluate(() =>
    document
      .querySelector("ninjahire-call")
      .shadowRoot.querySelector("ninjahire-transcript")
      .search("team"),
  );
  await page.until(() =>
    document
      .querySelector("ninjahire-call")
      .shadowRoot.querySelector("ninjahire-transcript")
      .shadowRoot.textContent.includes("1 of 2"),
  );

  await page.evaluate(async () => {
    const button = document.querySelector("ninjahire-call-button");
    button.shadowRoot.querySelector("button").click();
    await button.updateComplete;
    await new Promise((done) => setTimeout(done, 500));
    button.shadowRoot.querySelector("button.main").click();
  });
  await page.until(() => document.querySelector('ninjahire-call-button[state="done"]'));
  assert.equal(site.requests.filter((one) => one.startsWith("POST")).length, 1);
  assert.deepEqual(await page.evaluate(() => window.problems), []);
}
