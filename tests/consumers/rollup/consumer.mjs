import { copyFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

export default (folder) => {
  const require = createRequire(join(folder, "x.js"));
  return [
    {
      place: "Rollup, the wasm copied",
      version: versionOf(folder, "rollup"),
      async run(here) {
        const { rollup } = require("rollup");
        const { nodeResolve } = require("@rollup/plugin-node-resolve");
        const bundle = await rollup({
          input: join(folder, "main.js"),
          plugins: [nodeResolve({ browser: true })],
          onwarn(warning) {
            throw new Error(warning.message);
          },
        });
        const dir = join(folder, "dist");
        await bundle.write({ dir, format: "esm" });
        // Rollup leaves `new URL(…, import.meta.url)` alone: the files go beside the bundle.
        for (const file of ["core.wasm", "reading.wasm"])
          copyFileSync(require.resolve(`ninjahire-calls/${file}`), join(dir, file));
        const page = '<script type="module" src="main.js"></script>';
        writeFileSync(
          join(dir, "index.html"),
          `<!doctype html><title>Consumer</title><body>${page}</body>`,
        );
        await here.serving(dir, (url) => here.worksInPage(url));
      },
    },
  ];
};
