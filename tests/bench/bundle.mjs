/** Pages for browsers, bundled and minified as a user's build does. */

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

if (!process.env.NINJAHIRE_PKG) throw new Error("Run this by `cargo xtask bench`.");

/** The installed package. */
export const installed = process.env.NINJAHIRE_PKG;

/** One file of JavaScript. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    nodePaths: [dirname(installed)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "warning",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The wasm that a bundle loads from its folder. */
export const wasm = () => readFile(join(installed, "core.wasm"));
