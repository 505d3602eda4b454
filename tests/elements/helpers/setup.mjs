/** One browser and one site for a test file; a fresh page for each test. */

import { after, before, beforeEach } from "node:test";
import { openChromium } from "./browser.mjs";
import { answer } from "./calls.mjs";
import { openSite, strictPolicy } from "./site.mjs";

export function setUp() {
  const here = {};
  before(async () => {
    here.site = await openSite();
    here.browser = await openChromium();
  });
  beforeEach(async () => {
    await Promise.all(here.browser.contexts().map((context) => context.close()));
    here.site.api = answer;
    here.site.requests.length = 0;
    here.site.reports.length = 0;
    here.site.policy = strictPolicy;
  });
  after(async () => {
    await here.browser?.close();
    here.site?.close();
  });
  /** Opens a page with this body. `page.problems` has its errors. */
  here.open = async (body, { context = {}, isBare = false, ...options } = {}) => {
    const { site, browser } = here;
    const page = await (await browser.newContext(context)).newPage();
    page.setDefaultTimeout(8000);
    page.problems = [];
    page.on("pageerror", (error) => page.problems.push(error.message));
    await page.goto(site.url + site.page(body, options));
    if (!isBare) await page.waitForFunction("window.isReady");
    return page;
  };
  return here;
}

/** Waits until an element shows a state. */
export const shows = (page, selector, state) =>
  page.locator(`${selector}[state="${state}"]`).waitFor({ state: "attached" });

export const inProvider = (body) =>
  `<ninjahire-provider base-url="/api">${body}</ninjahire-provider>`;
