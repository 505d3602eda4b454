import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export const guides = { "docs/bundlers.md": ["build.mjs", "build-one-file.mjs"] };

export const quick = /./;

export default (folder) => {
  const version = versionOf(folder, "esbuild");
  const esbuild = createRequire(join(folder, "x.js"))("esbuild");
  const page = (name, script) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(
      join(folder, name, "index.html"),
      `<!doctype html><title>Consumer</title><body>${script}</body>`,
    );
  };
  return [
    {
      place: "esbuild, ESM in a sub folder",
      version,
      async run(here) {
        await here.run(process.execPath, ["build.mjs"]);
        page("site", '<script type="module" src="js/main.js"></script>');
        await here.withFileServer(join(folder, "site"), (url) => here.checkInPage(url));
      },
    },
    {
      place: "esbuild, one classic script, inline",
      version,
      async run(here) {
        await here.run(process.execPath, ["build-one-file.mjs"]);
        page("single", '<script src="app.js"></script>');
        await here.withFileServer(join(folder, "single"), (url) => here.checkInPage(url));
      },
    },
    {
      place: "esbuild, CommonJS for Node",
      version,
      async run(here) {
        // A folder outside of the app, so that Node cannot find the package.
        const elsewhere = mkdtempSync(join(tmpdir(), "consumer-"));
        const outfile = join(elsewhere, "server.cjs");
        const { warnings } = await esbuild.build({
          absWorkingDir: folder,
          entryPoints: ["server.js"],
          outfile,
          bundle: true,
          platform: "node",
          format: "cjs",
          logLevel: "silent",
          logOverride: { "empty-import-meta": "silent" },
        });
        if (warnings.length) throw new Error(JSON.stringify(warnings, null, 2));
        await here.checkInNode(outfile, process.execPath, elsewhere);
      },
    },
  ];
};
