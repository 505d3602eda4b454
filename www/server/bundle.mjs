/** Bundles the page's scripts and styles into one file each, as a site's build does. */

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const page = fileURLToPath(new URL("..", import.meta.url));
const below = (path) => join(page, path);

/** Returns the files by their names in `/build/`. */
export async function bundle({ pkg }) {
  const { outputFiles } = await build({
    entryPoints: [below("js/main.js"), below("js/elements.js"), below("css/all.css")],
    outdir: below("build"),
    entryNames: "[name]",
    alias: { "ninjahire-calls": pkg },
    bundle: true,
    external: ["/build/*"],
    minify: true,
    sourcemap: "linked",
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "warning",
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  // esbuild does not copy files that `new URL(…, import.meta.url)` names.
  for (const name of ["core.wasm", "reading.wasm"]) {
    files.set(name, await readFile(join(pkg, name)));
  }
  return files;
}
