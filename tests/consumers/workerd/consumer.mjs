import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { checkReport } from "../helpers/here.mjs";
import { versionOf } from "../helpers/version.mjs";

/** Like wrangler, makes each imported wasm a module of the Worker, beside its script. */
const wasmModules = {
  name: "wasm-modules",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.wasm$/ }, ({ path }) => ({
      path: `./${basename(path)}`,
      external: true,
    })),
};

export default (folder) => {
  const require = createRequire(join(folder, "x.js"));
  return [
    {
      place: "workerd",
      version: versionOf(folder, "workerd"),
      async run(here) {
        const { outputFiles } = await require("esbuild").build({
          absWorkingDir: folder,
          entryPoints: ["worker.js"],
          bundle: true,
          write: false,
          format: "esm",
          target: "es2022",
          conditions: ["workerd", "worker", "browser"],
          plugins: [wasmModules],
        });
        const { Miniflare } = require("miniflare");
        const wasm = ["core.wasm", "reading.wasm"].map((path) => ({
          type: "CompiledWasm",
          path,
          contents: readFileSync(require.resolve(`ninjahire-calls/${path}`)),
        }));
        const worker = new Miniflare({
          compatibilityDate: "2026-01-01",
          modules: [
            { type: "ESModule", path: "worker.mjs", contents: outputFiles[0].text },
            ...wasm,
          ],
        });
        try {
          const settings = here.nextSettings();
          const answer = await worker.dispatchFetch("http://worker.example/", {
            method: "POST",
            body: JSON.stringify(settings),
          });
          await checkReport(await answer.json(), here.mock, settings.application);
        } finally {
          await worker.dispose();
        }
      },
    },
  ];
};
