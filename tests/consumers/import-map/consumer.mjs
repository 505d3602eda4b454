import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkReport } from "../helpers/here.mjs";

export default (folder) => [
  {
    place: "import map, Chromium",
    version: execFileSync(process.env.CHROME, ["--version"], { encoding: "utf8" }).match(
      /[\d.]+/,
    )[0],
    run: (here) => here.serving(folder, (url) => here.worksInPage(url)),
  },
  {
    place: "import map, Firefox",
    version: execFileSync(process.env.FIREFOX, ["--version"], { encoding: "utf8" }).match(
      /[\d.]+/,
    )[0],
    run: (here) =>
      here.serving(folder, async (origin) => {
        const puppeteer = createRequire(join(folder, "x.js"))("puppeteer-core");
        const executablePath = process.env.FIREFOX;
        const browser = await puppeteer.launch({
          browser: "firefox",
          executablePath,
          headless: true,
        });
        try {
          const application = here.application();
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
];
