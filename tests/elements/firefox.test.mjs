import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { it } from "node:test";
import { answer, call, liveCall } from "./helpers/calls.mjs";
import { openSite } from "./helpers/site.mjs";

const executablePath =
  process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);

it(
  "the main flow works in Firefox: results, a call, search, calling",
  { timeout: 300_000 },
  async (t) => {
    assert.ok(executablePath, "there is no Firefox: FIREFOX says where it is");
    const { default: puppeteer } = await import("puppeteer-core");
    const site = await openSite();
    t.after(() => site.close());
    const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
    t.after(() => browser.close());
    site.pages.set(
      "/recording.wav",
      readFileSync(new URL("../../www/gallery/recording.wav", import.meta.url)),
    );
    let looks = 0;
    site.api = (method, path, query) =>
      path === "/calls/c1" && looks++ < 2 && site.requests.some((one) => one.startsWith("POST"))
        ? liveCall
        : path === "/calls/c1"
          ? { ...call, recording_url: `${site.url}/recording.wav` }
          : answer(method, path, query);
    const page = await browser.newPage();
    // A page that is not seen is not kept up to date.
    await page.bringToFront();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    const path =
      site.page(`<ninjahire-provider base-url="/api"><ninjahire-results job-id="j1"></ninjahire-results>
    <ninjahire-call></ninjahire-call><ninjahire-call-button application-id="a1"></ninjahire-call-button></ninjahire-provider>`);
    await page.goto(site.url + path);
    const until = (wanted, ...args) => page.waitForFunction(wanted, { timeout: 15_000 }, ...args);
    await until(() => document.querySelector('ninjahire-results[state="done"]'));
    await page.evaluate(() => {
      const show = document.querySelector("ninjahire-call");
      addEventListener("ninjahire-call-select", ({ detail }) => (show.callId = "c1"));
      document
        .querySelector("ninjahire-results")
        .shadowRoot.querySelector("[part=candidate]")
        .click();
    });
    await until(() => document.querySelector('ninjahire-call[state="done"]'));
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
    await until(() =>
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
    await until(() => document.querySelector('ninjahire-call-button[state="done"]'));
    assert.equal(site.requests.filter((one) => one.startsWith("POST")).length, 1);
    assert.deepEqual(problems, []);
    // Firefox reports the recording, which is elsewhere, as it should; nothing else.
    assert.deepEqual(
      site.reports.filter((one) => !/media-src|default-src/.test(one["violated-directive"])),
      [],
    );
    assert.equal(call.call_score, 84);
  },
);
