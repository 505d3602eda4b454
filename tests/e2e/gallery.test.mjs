/** The gallery: every element in every state, on a page of the demo's server. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { openPage, startDemo } from "./demo.support.mjs";

let demo;
let opened;

before(async () => (demo = await startDemo()));
after(() => demo?.stop());
afterEach(() => opened?.page.context().close());

async function open(query = "", options) {
  opened = await openPage({ ...demo, url: `${demo.url}/gallery/${query}` }, options);
  // The last state to appear, because the button accepts an answer only after a pause.
  await opened.page.locator('ninjahire-call-button[state="unknown"]').waitFor();
  return opened;
}

test("the gallery opens for anyone, without an error", async () => {
  const { page, complaints } = await open();
  assert.match(await page.title(), /Gallery/);
  assert.deepEqual(complaints, []);
});

test("each element is shown empty, loading, failed and done", async () => {
  const { page } = await open();
  for (const name of ["call", "transcript", "results"])
    for (const state of ["empty", "loading", "error", "done"])
      await page.locator(`ninjahire-${name}[state="${state}"]`).first().waitFor();
  const button = (state) => page.locator(`ninjahire-call-button[state="${state}"]`);
  for (const state of ["idle", "confirm", "ringing", "talking", "done", "failed", "redial", "lost"])
    await button(state).first().waitFor();
});

test("a refused call shows its reason", async () => {
  const { page } = await open();
  const refused = page.locator('ninjahire-call-button[state="refused"]');
  await refused.getByText("You do not have access to this.").waitFor();
  await refused.getByText("You are not signed in").waitFor();
  await refused.getByText("There were too many requests.").waitFor();
});

test("theme, language, direction, width and density can be chosen, and are kept in the address", async () => {
  const { page, complaints } = await open();
  const choose = (name, value) => page.locator(`select[name="${name}"]`).selectOption(value);
  await choose("theme", "dark");
  await choose("lang", "de");
  await choose("dir", "rtl");
  await choose("width", "320");
  await choose("density", "compact");
  await page.getByRole("button", { name: "Jetzt anrufen" }).first().waitFor();
  const call = page.locator("ninjahire-call").first();
  assert.equal(await call.evaluate((one) => getComputedStyle(one).direction), "rtl");
  assert.equal((await call.boundingBox()).width, 320);
  assert.equal(await call.evaluate((one) => getComputedStyle(one).colorScheme), "dark");
  assert.equal(await call.getAttribute("density"), "compact");
  await page.reload();
  await page.getByRole("button", { name: "Jetzt anrufen" }).first().waitFor();
  assert.deepEqual(complaints, []);
});

for (const [name, query, options] of [
  ["at 320 pixels", "", { viewport: { width: 320, height: 640 } }],
  ["at 320 pixels, right to left", "?dir=rtl", { viewport: { width: 320, height: 640 } }],
  ["in German at 640 pixels", "?lang=de", { viewport: { width: 640, height: 400 } }],
]) {
  test(`nothing is wider than the page ${name}`, async () => {
    const { page } = await open(query, options);
    const { width } = options.viewport;
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });
}

test("each state has its code to copy, and its parts", async () => {
  const { page, complaints } = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const stage = page
    .locator(".stage", { has: page.locator('ninjahire-call[state="done"]') })
    .first();
  await stage.getByText("Code and parts").click();
  await stage.getByText("::part()").waitFor();
  assert.match(await stage.locator(".snippet p").textContent(), /transcript/);
  await stage.locator(".snippet button").click();
  await stage.locator(".snippet button", { hasText: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /<ninjahire-call><\/ninjahire-call>/);
  assert.match(copied, /element\.call = call;/);
  assert.equal(
    await page.evaluate(() => document.querySelectorAll(".stage").length),
    await page.locator(".snippet").count(),
  );
  assert.deepEqual(complaints, []);
});

for (const [name, query, options] of [
  ["light", "", {}],
  ["dark", "", { colorScheme: "dark" }],
  ["forced colours", "", { forcedColors: "active" }],
  ["Arabic, right to left", "?lang=ar&dir=rtl", {}],
]) {
  test(`axe finds nothing in any state: ${name}`, async () => {
    const axe = await readFile(
      createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
      "utf8",
    );
    const { page } = await open(query, { reducedMotion: "reduce", ...options });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        // The same element many times on a page has the same landmarks many times.
        rules: { "landmark-unique": { enabled: false } },
      }),
    );
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`),
      [],
    );
  });
}
