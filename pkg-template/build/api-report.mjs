// `node api-report.mjs PKG` writes the package's public types into one file beside the sources, so that a
// change of the public interface shows in a diff. It leaves out comments, and imports from the package's other
// files, which are in the report too.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const pkg = resolve(process.argv[2]);
const { exports } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));

const entries = Object.entries(exports)
  .map(([name, entry]) => [name, entry.types])
  .filter(([, types]) => types);

/** The paths of all declarations that the entry points import. */
const files = new Set();
function collect(file) {
  if (files.has(file) || !existsSync(file)) return;
  files.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import) ?\(?"(\.[^"]+)"/g))
    collect(join(dirname(file), path.replace(/\.js$/, ".d.ts")));
}
for (const [, types] of entries) collect(join(pkg, types));

const withoutComments = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^import [^;]*? from "\.[^"]*";$/gm, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join("\n");

const report = [
  "The public types of ninjahire-calls, without comments. Written by `cargo xtask build`.",
  `== exports\n${entries.map(([name, types]) => `${name} ${types}`).join("\n")}`,
  ...[...files]
    .sort()
    .map((file) => `== ${relative(pkg, file)}\n${withoutComments(readFileSync(file, "utf8"))}`),
];
writeFileSync(join(import.meta.dirname, "../api-report.txt"), `${report.join("\n\n")}\n`);
