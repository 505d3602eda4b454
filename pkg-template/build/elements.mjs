/**
 * `node elements.mjs PKG` finishes the elements, where PKG is a package that the compiler has written.
 *
 * It bundles PKG/embed.js: elements and core in one file for pages without build tools. Parts that load on
 * first use go to PKG/embed/. It also writes custom-elements.json and, from it, the typings, the editor data
 * and docs/elements.md.
 */

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { makeManifest } from "./manifest.mjs";
import { writeEditorData } from "./editor-data.mjs";
import { writeReference } from "./reference.mjs";
import { writeTypings } from "./typings.mjs";

const pkg = resolve(process.argv[2] ?? join(import.meta.dirname, "../../pkg"));

await bundleEmbed();
const manifest = await makeManifest(pkg);
writeTypings(manifest, pkg);
writeEditorData(manifest, pkg);
writeReference(manifest, join(import.meta.dirname, "../../docs/elements.md"));

async function bundleEmbed() {
  const entry = join(pkg, "elements/embed.js");
  const reading = join(pkg, "reading/index.js");
  rmSync(join(pkg, "embed"), { recursive: true, force: true });
  const bundle = await rolldown({
    input: { embed: entry },
    platform: "browser",
    // Code that the entry shares with later parts stays in the entry: one request instead of two.
    preserveEntrySignatures: "allow-extension",
    plugins: [
      {
        name: "reading stays beside the file",
        resolveId: (id, from) =>
          from && resolve(from, "..", id) === reading
            ? { id: "./reading/index.js", external: true }
            : null,
      },
    ],
  });
  await bundle.write({
    dir: pkg,
    format: "esm",
    minify: true,
    // Keep Lit's licence with its code.
    comments: { legal: true, annotation: false, jsdoc: false },
    entryFileNames: "[name].js",
    chunkFileNames: "embed/[name].js",
  });
  await bundle.close();
  // The package has the bundle instead of its entry.
  rmSync(entry);
}
