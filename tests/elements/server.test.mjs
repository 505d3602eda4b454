import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { pkg } from "./helpers/site.mjs";

it("importing the elements on a server does nothing and does not throw", async () => {
  const before = Object.keys(globalThis).sort();
  for (const file of [
    "elements/index.js",
    "elements/transcript.js",
    "elements/call.js",
    "embed.js",
  ]) {
    const all = await import(pathToFileURL(join(pkg, file)));
    assert.ok(Object.keys(all).length > 0);
  }
  // Node's own, made on first use.
  const own = new Set(["performance", "queueMicrotask", ...before]);
  assert.deepEqual(
    Object.keys(globalThis).filter((name) => !own.has(name)),
    [],
  );
  assert.equal(globalThis.customElements, undefined);
});

it("users' types need no Lit", () => {
  for (const file of readdirSync(join(pkg, "elements"), { recursive: true })) {
    if (file.endsWith(".d.ts"))
      assert.doesNotMatch(readFileSync(join(pkg, "elements", file), "utf8"), /from "lit/, file);
  }
});

it("is small", () => {
  const size = (file) => brotliCompressSync(readFileSync(join(pkg, file))).length;
  console.log(
    `elements ${size("elements/all.js") + size("elements/index.js")} B, embed.js ${size("embed.js")} B, core.wasm ${size("core.wasm")} B (brotli)`,
  );
  assert.ok(
    size("elements/all.js") + size("elements/index.js") <=
      Number(process.env.ELEMENTS_BUDGET ?? 30_000),
  );
});
