/** An app as one script, for a page or for a server. */

import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { installed } from "./package.mjs";

const apps = resolve(import.meta.dirname, "../apps");
const modules = resolve(import.meta.dirname, "../../../node_modules");

const svelte = (generate) => ({
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const { js } = compile(source, { filename: basename(path), generate, dev: false });
      return { contents: js.code, loader: "js", resolveDir: apps };
    });
  },
});

/** Bundles `apps/<name>`, and returns its text. */
export async function bundle(name, { platform = "browser" } = {}) {
  const isPage = platform === "browser";
  const { outputFiles } = await build({
    entryPoints: [resolve(apps, name)],
    bundle: true,
    write: false,
    format: isPage ? "iife" : "esm",
    platform,
    jsx: "automatic",
    conditions: isPage ? ["browser", "svelte"] : ["svelte"],
    // Development, because only there StrictMode runs effects twice.
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    nodePaths: [installed, modules],
    plugins: [svelte(isPage ? "client" : "server")],
    banner: isPage
      ? {}
      : {
          js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
        },
    logLevel: "error",
    logOverride: { "empty-import-meta": "silent" },
  });
  return outputFiles[0].text;
}
