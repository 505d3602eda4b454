// React in StrictMode, Vue and Svelte in headless Chromium, on the test kit: the same steps in each.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { bundle } from "./helpers/bundle.mjs";

const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ["--no-sandbox"],
});
after(() => browser.close());

for (const [framework, file] of Object.entries({
  React: "react.jsx",
  Vue: "vue.mjs",
  Svelte: "svelte.mjs",
})) {
  const script = await bundle(file);

  /** A page with the app; its errors fail the test. */
  async function open(props) {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
    await page.setContent("<!doctype html><main></main>");
    await page.addScriptTag({ content: script });
    await page.evaluate((props) => {
      globalThis.unmount = globalThis.mount({ application: applications[0], ...props });
    }, props);
    const text = (id) => page.locator(`#${id}`).textContent();
    const shows = (id, wanted) =>
      page.waitForFunction(
        ([id, wanted]) => document.getElementById(id)?.textContent === wanted,
        [id, wanted],
      );
    const rings = () => page.evaluate("api.rings()");
    const reads = () => page.evaluate("api.requests('callDetails').length");
    const close = async () => {
      assert.deepEqual(errors, []);
      await page.close();
    };
    return { page, text, shows, rings, reads, close };
  }

  test(`${framework}: a click rings once, and the call is followed to its end`, async () => {
    const { page, text, shows, rings, close } = await open();
    await page.locator("#place").click();
    await shows("status", "done");
    assert.equal(await text("dial"), "placed");
    assert.ok((await page.locator("#turns li").count()) > 3);
    assert.equal(await rings(), 1);
    assert.ok(
      (await page.evaluate("renders")) < 200,
      "equal options in a new object start no new work",
    );
    await close();
  });

  test(`${framework}: an effect that runs twice rings once`, async () => {
    const { shows, rings, page, close } = await open({ isDialedByEffect: true });
    await shows("dial", "placed");
    await page.waitForTimeout(50);
    assert.equal(await rings(), 1);
    assert.equal(await page.evaluate("api.requests('instantCall').length"), 1);
    await close();
  });

  test(`${framework}: an unmounted component does not poll, and goes on when it is mounted again`, async () => {
    const { page, shows, reads, close } = await open();
    await page.evaluate("api.script({ talkingMs: 10_000_000 })");
    await page.locator("#place").click();
    await shows("status", "following");
    await page.locator("#toggle").click();
    await page.waitForTimeout(30);
    const read = await reads();
    await page.waitForTimeout(100);
    assert.equal(await reads(), read);
    await page.evaluate("api.advance(20_000_000)");
    await page.locator("#toggle").click();
    await shows("status", "done");
    await close();
  });

  test(`${framework}: a listing is loaded page by page, each page once`, async () => {
    const { page, shows, close } = await open();
    await shows("count", "3");
    const asked = await page.evaluate(
      "api.requests('screeningResults').filter(({ query }) => /page=1\\b/.test(query)).length",
    );
    assert.equal(asked, 1);
    await page.locator("#more").click();
    await shows("count", "6");
    await page.locator("#more").click();
    await shows("count", "7");
    await page.waitForFunction(() => document.getElementById("more").disabled);
    await close();
  });

  test(`${framework}: an app that is unmounted while a phone rings leaves no error, and no second ring`, async () => {
    const { page, rings, reads, close } = await open();
    await page.evaluate(
      "api.fault({ match: { route: 'instantCall' }, action: { delayMs: 1_000 } })",
    );
    await page.locator("#place").click();
    await page.evaluate("unmount()");
    for (let tried = 0; tried < 100 && (await rings()) === 0; tried++)
      await page.waitForTimeout(50);
    // Longer than the answer takes: a second ring or a poll would come now.
    await page.waitForTimeout(1_200);
    assert.equal(await rings(), 1);
    assert.equal(await reads(), 0);
    await close();
  });
}
