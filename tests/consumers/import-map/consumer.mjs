import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { openWebKit } from "../../elements/helpers/webkit.mjs";

const versionOf = (program) =>
  execFileSync(program, ["--version"], { encoding: "utf8" }).match(/[\d.]+/)[0];

export const guides = { "docs/bundlers.md": ["import-map.html"] };

/** A page with the guide's import map. */
const page = (importMap) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Consumer</title>
    ${importMap.replaceAll("/ninjahire-calls/", "/node_modules/ninjahire-calls/")}
    <script type="module">
      import "ninjahire-calls/elements";
      import * as lib from "ninjahire-calls";
      import * as reading from "ninjahire-calls/reading";
      import { exerciseInPage } from "./page.mjs";

      exerciseInPage(lib, reading);
    </script>
  </head>
  <body></body>
</html>
`;

/** Polls `find` until it finds something, for a minute at most. */
async function until(find) {
  for (let tried = 0; tried < 600; tried += 1) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the page made no report");
}

export default async (folder) => {
  const importMap = readFileSync(join(folder, "import-map.html"), "utf8");
  writeFileSync(join(folder, "index.html"), page(importMap));
  return [
    {
      place: "import map, Chromium",
      version: versionOf(process.env.CHROME),
      run: (here) => here.withFileServer(folder, (url) => here.checkInPage(url)),
    },
    {
      place: "import map, Firefox",
      version: versionOf(process.env.FIREFOX),
      run: (here) =>
        here.withFileServer(folder, async (origin) => {
          const puppeteer = createRequire(join(folder, "x.js"))("puppeteer-core");
          const executablePath = process.env.FIREFOX;
          const browser = await puppeteer.launch({
            browser: "firefox",
            executablePath,
            headless: true,
          });
          try {
            const application = here.nextApplication();
            const page = await browser.newPage();
            await page.goto(`${origin}/?application=${application}&api=${here.mock.url}`);
            const until = (wanted) => page.waitForFunction(wanted, { timeout: 60_000 });
            await until("globalThis.report");
            await checkReport(await page.evaluate("globalThis.report"), here.mock, application);
            await until("document.querySelector('ninjahire-call[state=\"done\"]')");
          } finally {
            await browser.close();
          }
        }),
    },
    ...(await webKitPlaces(folder)),
  ];
};

/** The place for WebKit, if its driver is installed. */
async function webKitPlaces(folder) {
  if (!process.env.WEBKIT_DRIVER) return [];
  const using = async (use) => {
    const { driver, close } = await openWebKit(process.env.WEBKIT_DRIVER);
    try {
      return await use(driver);
    } finally {
      await close();
    }
  };
  const version = await using(async (driver) =>
    (await driver.getCapabilities()).getBrowserVersion(),
  );
  const run = (here) =>
    here.withFileServer(folder, (origin) =>
      using(async (driver) => {
        const application = here.nextApplication();
        await driver.get(`${origin}/?application=${application}&api=${here.mock.url}`);
        const report = await until(() => driver.executeScript("return globalThis.report"));
        await checkReport(report, here.mock, application);
        const done = "return !!document.querySelector('ninjahire-call[state=done]')";
        await until(() => driver.executeScript(done));
      }),
    );
  return [{ place: "import map, WebKit", version, run }];
}
