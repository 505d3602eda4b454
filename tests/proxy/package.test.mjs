/** The imports of the entry points, and the effects of importing them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { packaged } from "./helpers/package.mjs";

const bundle = async (contents, options) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packaged("proxy") },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    // Without a platform's modules, an import of one fails.
    platform: "neutral",
    ...options,
  });
  return outputFiles[0].text;
};

test("it imports only its own files, and no wasm", async () => {
  const code = await bundle(
    'export * from "./index.js"; export * from "./redis.js"; export * from "./postgres.js"',
  );
  assert.doesNotMatch(code, /\bimport\b|\brequire\b|WebAssembly|\bprocess\b|\bBuffer\b/);
});

test("importing it has no effect", async () => {
  assert.equal(
    (
      await bundle('import "./index.js"; import "./redis.js"; import "./postgres.js"', {
        ignoreAnnotations: true,
      })
    ).trim(),
    "",
  );
});
