// Each example of docs/testing.md runs on the installed package.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

const installed = resolve(process.env.NINJAHIRE_PKG, "../..");
const guide = await readFile(resolve(import.meta.dirname, "../../docs/testing.md"), "utf8");
const examples = [...guide.matchAll(/^#+ (.*)$|^```js\n([^]*?)^```$/gm)];

let heading = "";
for (const [, title, source] of examples) {
  heading = title ?? heading;
  if (source === undefined) continue;
  test(`docs/testing.md: ${heading}`, async () => {
    const script = resolve(installed, `example-${heading.replace(/\W+/g, "-")}.mjs`);
    await writeFile(script, source);
    await promisify(execFile)(process.execPath, [script], { cwd: installed });
  });
}
