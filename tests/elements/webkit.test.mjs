import assert from "node:assert/strict";
import { it } from "node:test";
import { runMainFlow } from "./helpers/main-flow.mjs";
import { openSite } from "./helpers/site.mjs";
import { openWebKit } from "./helpers/webkit.mjs";

const { CI, WEBKIT_DRIVER } = process.env;
const isLeftOut = !WEBKIT_DRIVER && !CI;

it(
  "the main flow works in WebKit: results, a call, search, calling",
  {
    timeout: 300_000,
    skip: isLeftOut && "WebKitWebDriver was not found: set WEBKIT_DRIVER to its path",
  },
  async (t) => {
    assert.ok(WEBKIT_DRIVER, "WebKitWebDriver was not found: set WEBKIT_DRIVER to its path");
    const site = await openSite();
    t.after(() => site.close());
    const { driver, close } = await openWebKit(WEBKIT_DRIVER);
    t.after(close);
    await driver.manage().setTimeouts({ script: 15_000 });
    const evaluate = (work) => driver.executeScript(`return (${work})()`);
    await runMainFlow(site, {
      goto: (url) => driver.get(url),
      evaluate,
      until: (isSo) => driver.wait(() => evaluate(`async () => !!(await (${isSo})())`), 15_000),
    });
    assert.deepEqual(site.reports, []);
  },
);
