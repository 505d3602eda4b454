// Each example of docs/frameworks.md compiles, and those in plain JavaScript run.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { compile as compileSvelte } from "svelte/compiler";
import { compileScript, compileTemplate, parse } from "vue/compiler-sfc";
import assert from "node:assert/strict";
import { installed } from "./helpers/package.mjs";

const guide = await readFile(resolve(import.meta.dirname, "../../docs/frameworks.md"), "utf8");

const checks = {
  jsx: (source) => transform(source, { loader: "jsx" }),
  svelte: (source) => compileSvelte(source, { filename: "Example.svelte" }),
  vue(source) {
    const { descriptor, errors } = parse(source);
    assert.deepEqual(errors, []);
    const { bindings } = compileScript(descriptor, { id: "x" });
    const template = { source: descriptor.template.content, filename: "x.vue", id: "x" };
    const compiled = compileTemplate({
      ...template,
      compilerOptions: { bindingMetadata: bindings },
    });
    assert.deepEqual(compiled.errors, []);
  },
  async js(source) {
    const script = resolve(installed, "../framework-example.mjs");
    await writeFile(script, source);
    await promisify(execFile)(process.execPath, [script]);
  },
};

for (const [, language, source] of guide.matchAll(/^```(\w+)\n([^]*?)^```$/gm)) {
  test(`an example in ${language}`, () => checks[language](source));
}

test("each entry that an example imports exists", async () => {
  const entries = new Set(guide.match(/(?<=from ")ninjahire-calls[\w/]*(?=")/g));
  const script = resolve(installed, "../framework-entries.mjs");
  await writeFile(script, [...entries].map((name) => `import ${JSON.stringify(name)};`).join("\n"));
  await promisify(execFile)(process.execPath, [script]);
});
