/** Makes custom-elements.json from the elements' sources, with the analyzer. */

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cli } from "@custom-elements-manifest/analyzer/cli.js";

const template = resolve(import.meta.dirname, "..");

/** Writes PKG/custom-elements.json, and returns it. */
export async function makeManifest(pkg) {
  const analyzed = await cli({
    argv: [
      "analyze",
      "--litelement",
      "--quiet",
      "--globs",
      "src/elements/**/*.ts",
      "--exclude",
      "**/*.node.ts",
    ],
    cwd: template,
    noWrite: true,
  });
  const manifest = publishedManifest(analyzed);
  writeFileSync(join(pkg, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The elements of the analyzed sources, with the package's paths and without private members. */
function publishedManifest({ modules, ...rest }) {
  const kept = modules
    .map((module) => ({ ...module, path: publishedPath(module.path) }))
    .map((module) => ({
      kind: module.kind,
      path: module.path,
      declarations: module.declarations.filter(({ tagName }) => tagName).map(publicPart),
      exports: [],
    }))
    .filter(({ declarations }) => declarations.length)
    // The analyzer's order is that of the file system.
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const module of [...kept]) {
    for (const { name, tagName } of module.declarations) {
      const declaration = { name, module: module.path };
      module.exports.push({ kind: "js", name, declaration });
      kept.push({
        kind: "javascript-module",
        path: module.path.replace(/[^/]+$/, "define.js"),
        declarations: [],
        exports: [{ kind: "custom-element-definition", name: tagName, declaration }],
      });
    }
  }
  return { ...rest, modules: kept };
}

const publishedPath = (path) => path.replace(/^src\//, "").replace(/\.ts$/, ".js");

function publicPart({ members, events, attributes, cssProperties, ...rest }) {
  const own = ({ inheritedFrom: _, ...one }) => one;
  return {
    ...rest,
    superclass: { name: "LitElement", package: "lit" },
    attributes: attributes.map(own),
    members: members.filter(({ privacy }) => !privacy).map(own),
    // The analyzer lists events with a variable as name too. Those are documented under their real names.
    events: (events ?? []).filter(({ name }) => name.startsWith("ninjahire-")).map(own),
    cssProperties: (cssProperties ?? []).map(own),
  };
}
