/** Reads code from README and the guides: consumers run the code blocks that begin with the name of a file. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** The blocks of a guide, by the name of the file in their first line. */
export function blocksOf(guide) {
  const text = readFileSync(join(root, guide), "utf8");
  const blocks = [...text.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, code]) => code);
  const named = blocks.flatMap((code) => {
    const [, name] = code.match(/^(?:\/\/|#|<!--) (\S*\.\w+)(?: -->)?\n/) ?? [];
    return name ? [[name, code]] : [];
  });
  assert.equal(new Map(named).size, named.length, `${guide} has two blocks for one file`);
  return new Map(named);
}

/** Writes blocks into an app's folder: `{ guide: [file] }`. */
export function writeBlocks(folder, guides = {}) {
  for (const [guide, files] of Object.entries(guides)) {
    const blocks = blocksOf(guide);
    for (const file of files) {
      assert.ok(blocks.has(file), `${guide} has no block that begins with ${file}`);
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, blocks.get(file));
    }
  }
}

/** Replaces texts in a file for the tests. Each text must be in the file. */
export function adapt(path, replacements) {
  let text = readFileSync(path, "utf8");
  for (const [from, to] of replacements) {
    assert.ok(text.includes(from), `${path} has no ${from}`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(path, text);
}
