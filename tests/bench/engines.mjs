/** The three engines, each as something that measures and is closed afterwards. */

import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import puppeteer from "puppeteer-core";
import { openChromium } from "../elements/helpers/browser.mjs";
import { installed } from "./bundle.mjs";

/** A process of its own for every measurement: this one has a server and browsers to look after. */
function openNode(origin) {
  const module = pathToFileURL(`${import.meta.dirname}/engine/measure.mjs`).href;
  return {
    async measure(what) {
      const script = `
        import * as ours from "ninjahire-calls";
        import { measure } from ${JSON.stringify(module)};
        await ours.init();
        console.log(JSON.stringify(await measure(${JSON.stringify({ ...what, origin })}, ours)));`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", script],
        { cwd: dirname(dirname(installed)), maxBuffer: 64e6 },
      );
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
      // A fresh page for each: what one has compiled for its corpus does not help the next.
      await page.goto(`${origin}/page.html`);
      await page.waitForFunction("globalThis.measure");
      return page.evaluate((what) => measure(what), what);
    },
    close: () => browser.close(),
  };
}

const openFirefox = () =>
  puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: 300_000,
  });

/** By name, in the order in which they run. */
export const engines = {
  Node: openNode,
  Chromium: async (origin) => openPage(await openChromium(), origin),
  Firefox: async (origin) => openPage(await openFirefox(), origin),
};
