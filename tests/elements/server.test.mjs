import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { it } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pkg } from "./helpers/site.mjs";

/** Resolves the package as a user's server code does. */
const { resolve } = createRequire(join(pkg, "package.json"));

it("importing the elements on a server defines no element and does not throw", async () => {
  const before = Object.keys(globalThis);
  for (const entry of ["elements", "elements/transcript", "elements/call/define", "embed.js"]) {
    const all = await import(pathToFileURL(resolve(`ninjahire-calls/${entry}`)));
    assert.ok(Object.keys(all).length > 0);
  }
  // Node makes some globals on first use. Lit makes one with the list of its versions.
  const known = new Set(["performance", "queueMicrotask", "customElements", ...before]);
  assert.deepEqual(
    Object.keys(globalThis).filter((name) => !known.has(name) && !/^(lit|reactiveEl)/.test(name)),
    [],
  );
  assert.equal(globalThis.customElements.get("ninjahire-call"), undefined);
});
