import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { versionOf } from "../helpers/version.mjs";

/** A page that is opened from a file, in three forms. */
export const quick = /./;

export default (folder) => {
  const version = versionOf(folder, "ninjahire-calls");
  const page = (name, script) => {
    writeFileSync(
      join(folder, name),
      `<!doctype html><title>Consumer</title><body>${script}</body>`,
    );
    return pathToFileURL(join(folder, name)).href;
  };
  const classic = async (entry) => {
    await createRequire(join(folder, "x.js"))("esbuild").build({
      absWorkingDir: folder,
      entryPoints: [`${entry}.js`],
      outfile: `${entry}.bundle.js`,
      bundle: true,
      format: "iife",
      logOverride: { "empty-import-meta": "silent" },
    });
    return page(`${entry}.html`, `<script src="${entry}.bundle.js"></script>`);
  };
  /** Opens a page, and polls `find` until it finds something. */
  const findInPage = async (here, url, find) => {
    const browser = await here.openBrowser();
    try {
      const tab = await browser.newPage();
      const console = [];
      tab.on("console", (message) => console.push(message.text()));
      await tab.goto(`${url}?application=a-1&api=${here.mock.url}`);
      for (let tried = 0; tried < 100; tried += 1) {
        const found = await find(tab, console);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.fail(`the page reported nothing: ${console.join("; ")}`);
    } finally {
      await browser.close();
    }
  };
  return [
    {
      place: "file://, modules",
      version,
      verdict: "refused by the browser; README says so",
      async run(here) {
        const script =
          '<script type="module" src="node_modules/ninjahire-calls/embed.js"></script>';
        await findInPage(here, page("modules.html", script), (tab, console) =>
          console.find((text) => /blocked by CORS policy/.test(text)),
        );
      },
    },
    {
      place: "file://, one classic script",
      version,
      verdict: "refused, and says why",
      async run(here) {
        const report = await findInPage(here, await classic("main"), (tab) =>
          tab.evaluate("globalThis.report"),
        );
        assert.equal(report.code, "start_failed");
        assert.match(report.error, /opened from file:\/\/.*inline entries/);
      },
    },
    {
      place: "file://, one classic script, inline",
      version,
      run: async (here) => here.checkInPage(await classic("inline")),
    },
  ];
};
