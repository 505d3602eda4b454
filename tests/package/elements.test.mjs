// The published parts of the elements, and the parts that an app loads.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";

const pkg = process.env.NINJAHIRE_PKG;
const json = async (file) => JSON.parse(await readFile(join(pkg, file), "utf8"));

/** The files that are loaded at once for an entry of the package. */
async function loadedFor(entry) {
  const { metafile } = await build({
    stdin: { contents: `import "ninjahire-calls/${entry}";`, resolveDir: pkg },
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const wanted = Object.keys(metafile.outputs).filter((name) => name.endsWith("stdin.js"));
  for (const name of wanted)
    for (const { path, kind } of metafile.outputs[name].imports)
      if (kind === "import-statement" && !wanted.includes(path)) wanted.push(path);
  return wanted.flatMap((name) => Object.keys(metafile.outputs[name].inputs)).join("\n");
}

test("one element alone loads that element only", async () => {
  const button = await loadedFor("elements/call-button/define");
  assert.match(button, /call-button\.js/);
  assert.doesNotMatch(button, /elements\/(call|results|transcript|provider)\//);
  assert.doesNotMatch(button, /reading/);
  const transcript = await loadedFor("elements/transcript/define");
  assert.doesNotMatch(transcript, /elements\/(call|call-button|results)\//);
  // A call shows its transcript.
  const call = await loadedFor("elements/call/define");
  assert.match(call, /elements\/transcript\//);
  assert.doesNotMatch(call, /elements\/(call-button|results)\//);
});

test("rarely used parts are loaded on first use", async () => {
  const all = await loadedFor("elements");
  for (const part of [
    "call/export.js",
    "call/mask.js",
    "player/",
    "keys-dialog.js",
    "results/csv.js",
  ])
    assert.ok(!all.includes(part), part);
});

test("the manifest lists the properties, events and styles of each element", async () => {
  const { modules } = await json("custom-elements.json");
  const elements = modules.flatMap(({ declarations }) => declarations);
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [
    "ninjahire-call",
    "ninjahire-call-button",
    "ninjahire-picture",
    "ninjahire-player",
    "ninjahire-provider",
    "ninjahire-results",
    "ninjahire-transcript",
  ]);
  const call = elements.find(({ tagName }) => tagName === "ninjahire-call");
  const names = (list) => list.map(({ name }) => name);
  for (const name of ["call-id", "masked", "heading-level", "base-url", "density"])
    assert.ok(names(call.attributes).includes(name), name);
  for (const name of ["call", "callId", "client", "strings", "reload"])
    assert.ok(names(call.members).includes(name), name);
  assert.ok(names(call.members).every((name) => !/^#|^_|render|willUpdate/.test(name)));
  assert.ok(names(call.events).includes("ninjahire-call-updated"));
  assert.ok(names(call.cssParts).includes("score"));
  assert.ok(names(call.cssProperties).includes("--ninjahire-accent"));
  for (const { path, exports } of modules)
    for (const { kind, name } of exports)
      assert.match(
        await readFile(join(pkg, path), "utf8"),
        kind === "js" ? new RegExp(`class ${name}\\b`) : new RegExp(`define\\("${name}"`),
      );
});

test("editors complete the tags, attributes and custom properties", async () => {
  const { tags } = await json("vscode.html-custom-data.json");
  assert.equal(tags.length, 7);
  const { properties } = await json("vscode.css-custom-data.json");
  assert.ok(properties.some(({ name }) => name === "--ninjahire-accent"));
  const { contributions } = await json("web-types.json");
  assert.equal(contributions.html.elements.length, 7);
});
