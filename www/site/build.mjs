// `node build.mjs SOURCES OUT`: copies the site's pages to SOURCES, and builds the site into OUT.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vitepress";

const root = resolve(import.meta.dirname, "../..");
const [sources, out] = process.argv.slice(2).map((path) => resolve(path));

rmSync(sources, { recursive: true, force: true });
mkdirSync(join(sources, ".vitepress"), { recursive: true });
cpSync(join(root, "docs"), join(sources, "docs"), { recursive: true });
cpSync(join(root, "README.md"), join(sources, "README.md"));
cpSync(join(root, "pkg-template/AGENTS.md"), join(sources, "AGENTS.md"));
cpSync(join(import.meta.dirname, "config.mjs"), join(sources, ".vitepress/config.mjs"));

/** The report of the public types. Each section is one file. */
const [about, ...sections] = readFileSync(join(root, "pkg-template/api-report.txt"), "utf8").split(
  /^== /m,
);
const reference = sections.map((section) => {
  const at = section.indexOf("\n");
  return `## ${section.slice(0, at)}\n\n\`\`\`ts\n${section.slice(at + 1).trim()}\n\`\`\``;
});
writeFileSync(
  join(sources, "types.md"),
  `# Types\n\n${about.trim()}\n\n${reference.join("\n\n")}\n`,
);

const crate = readFileSync(join(root, "pkg-template/crate-api-report.txt"), "utf8");
const [aboutCrate, ...items] = crate.split("\n\n");
writeFileSync(
  join(sources, "crate.md"),
  `# Crate\n\n${aboutCrate}\n\n\`\`\`rust\n${items.join("\n\n").trim()}\n\`\`\`\n`,
);

await build(sources, { outDir: out });
