/**
 * Bundles the elements: `node build.mjs OUT`, where OUT is a package whose core is already there.
 *
 * Writes OUT/elements/*.js (all of it, Lit included, in all.js, the core left outside) and OUT/embed.js
 * (elements and core in one file, its wasm beside it), in place of what the compiler made of the
 * same sources; and custom-elements.json and the typings for frameworks.
 */

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";
import { lean } from "./lean.mjs";
import { writeManifest } from "./manifest.mjs";
import { checkNames, mangled, untouched } from "./names.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** What is imported by such a path is left outside, at that path or another. */
const aside = (filter, path) => ({
  name: "aside",
  setup: (builder) =>
    builder.onResolve({ filter }, (found) => ({ path: path ?? found.path, external: true })),
});

/** What is imported by such a path is that file. */
const inside = (filter, file) => ({
  name: "inside",
  setup: (builder) => builder.onResolve({ filter }, () => ({ path: resolve(file) })),
});

const common = {
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  write: false,
  tsconfigRaw: { compilerOptions: { target: "es2022", useDefineForClassFields: true } },
  logLevel: "warning",
};

/** Bundles, and shortens what was bundled. */
async function bundle(options) {
  const { outputFiles } = await build({ ...common, ...options });
  for (const { path, text } of outputFiles) {
    const { code } = await minify(text, {
      module: true,
      ecma: 2022,
      compress: { passes: 3, unsafe_arrows: true },
      format: { comments: false },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
}

export async function buildElements(out) {
  checkNames(out);
  const folder = join(out, "elements");
  if (existsSync(folder)) {
    for (const file of readdirSync(folder, { recursive: true })) {
      // What would need Lit's own types and code is not published.
      const path = join(folder, file);
      if (
        /\.js$/.test(file) ||
        (/\.d\.ts$/.test(file) && /from "lit/.test(readFileSync(path, "utf8")))
      )
        rmSync(path);
    }
  }
  await bundle({
    entryPoints: [join(here, "all.ts")],
    outdir: folder,
    plugins: [
      aside(/^\.\.\/(index|reading\/index)\.js$/),
      lean,
      inside(/^lit$/, join(here, "lit-base.mjs")),
    ],
    inject: [join(here, "server-globals.ts")],
    mangleProps: mangled,
    mangleCache: untouched,
  });
  // The entries hold nothing of their own, so that all share one file.
  const modules = {
    call: "NinjahireCall",
    "call-button": "NinjahireCallButton",
    provider: "NinjahireProvider",
    results: "NinjahireResults",
    transcript: "NinjahireTranscript",
  };
  for (const [file, name] of Object.entries(modules)) {
    writeFileSync(join(folder, `${file}.js`), `export { ${name} } from "./all.js";\n`);
  }
  // Server bundles and simulated pages (jsdom) get the wasm as the client there does.
  for (const file of ["index", ...Object.keys(modules)]) {
    writeFileSync(
      join(folder, `${file}.node.js`),
      `import "../index.node.js";\nimport "../reading/index.node.js";\nexport * from "./${file}.js";\n`,
    );
  }
  await bundle({
    entryPoints: [join(here, "index.ts")],
    outdir: folder,
    plugins: [aside(/^\.\/all\.js$/, "./all.js")],
  });
  writeManifest(here, out);
  await bundle({
    entryPoints: [join(here, "embed.ts")],
    outfile: join(out, "embed.js"),
    plugins: [
      inside(/^\.\.\/index\.js$/, join(out, "index.js")),
      // As it was built, since it is what defines the elements.
      inside(/^\.\/index\.js$/, join(folder, "index.js")),
      // Loaded on first use, from beside the file.
      aside(/^\.\.\/reading\/index\.js$/, "./reading/index.js"),
    ],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await buildElements(resolve(process.argv[2] ?? join(here, "../../../pkg")));
}
