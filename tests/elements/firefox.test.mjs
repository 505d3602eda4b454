import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { it } from "node:test";
import { runMainFlow } from "./helpers/main-flow.mjs";
import { openSite } from "./helpers/site.mjs";

const executablePath =
  process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);

it(
  "the main flow works in Firefox: results, a call, search, calling",
  { timeout: 300_000 },
  async (t) => {
    assert.ok(executablePath, "Firefox was not found: set FIREFOX to its path");
    const { default: puppeteer } = await import("puppeteer-core");
    const site = await openSite();
    t.after(() => site.close());
    const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
    t.after(() => browser.close());
    const page = await browser.newPage();
    // Firefox does not draw a page in the background.
    await page.bringToFront();
    await runMainFlow(site, {
      goto: (url) => page.goto(url),
      evaluate: (work) => page.evaluate(work),
      until: (isSo) => page.waitForFunction(isSo, { timeout: 15_000 }),
    });
    // Firefox rightly reports the recording, which has another origin. It must report nothing else.
    assert.deepEqual(
      site.reports.filter((one) => !/media-src|default-src/.test(one["violated-directive"])),
      [],
    );
  },
);
