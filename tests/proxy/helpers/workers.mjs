/** Modules for workerd, from a file that imports the package by file URLs. */

import { build } from "esbuild";

const fileUrls = {
  name: "file-urls",
  setup: (build) =>
    build.onResolve({ filter: /^file:/ }, ({ path }) => ({ path: new URL(path).pathname })),
};

/** The bundle as one text; wasm stays a module beside it. */
export async function bundleForWorkers(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: "esm",
    external: ["cloudflare:workers", "*.wasm"],
    write: false,
    plugins: [fileUrls],
  });
  return outputFiles[0].text;
}
