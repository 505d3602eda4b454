import { copyFileSync, mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => {
  const version = versionOf(folder, "esbuild");
  const require = createRequire(join(folder, "x.js"));
  const esbuild = require("esbuild");
  const bundle = async (options) => {
    const { warnings } = await esbuild.build({
      absWorkingDir: folder,
      bundle: true,
      target: "es2022",
      logLevel: "silent",
      ...options,
    });
    if (warnings.length) throw new Error(JSON.stringify(warnings, null, 2));
  };
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
        await bundle({
          entryPoints: ["main.js"],
          outdir: "site/static/js",
          format: "esm",
          splitting: true,
        });
        // esbuild leaves `new URL(…, import.meta.url)` alone: the files go beside the bundle.
        for (const file of ["core.wasm", "reading.wasm"])
          copyFileSync(
            require.resolve(`ninjahire-calls/${file}`),
            join(folder, "site/static/js", file),
          );
        page("site", '<script type="module" src="static/js/main.js"></script>');
        await here.serving(join(folder, "site"), (url) => here.worksInPage(url));
      },
    },
    {
      place: "esbuild, one classic script, inline",
      version,
      async run(here) {
        await bundle({
          entryPoints: ["inline.js"],
          outfile: "single/app.js",
          format: "iife",
          // The entries with files beside them are in there, but not used.
          logOverride: { "empty-import-meta": "silent" },
        });
        page("single", '<script src="app.js"></script>');
        await here.serving(join(folder, "single"), (url) => here.worksInPage(url));
      },
    },
    {
      place: "esbuild, CommonJS for Node",
      version,
      async run(here) {
        // Where no package is to be found.
        const elsewhere = mkdtempSync(join(tmpdir(), "consumer-"));
        const outfile = join(elsewhere, "server.cjs");
        await bundle({
          entryPoints: ["server.js"],
          outfile,
          platform: "node",
          format: "cjs",
          logOverride: { "empty-import-meta": "silent" },
        });
        await here.runsInNode(outfile, process.execPath, elsewhere);
      },
    },
  ];
};
