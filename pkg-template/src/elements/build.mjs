/**
 * Bundles the elements: `node build.mjs OUT`, where OUT is a package whose core is already there.
 *
 * Writes OUT/elements/*.js (all of it, Lit included, in all.js, the core left outside) and OUT/embed.js
 * (elements and core in one file, its wasm beside it), in place of what the compiler made of the
 * same sources; and custom-elements.json and the typings for frameworks.
 */

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeManifest } from "./manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** The parts of the package that the elements import and do not contain. */
const outside = {
  name: "outside",
  setup(builder) {
    builder.onResolve({ filter: /^\.\.\/(index|reading\/index)\.js$/ }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/** Takes indentation and comments out of style sheets and templates. */
const lean = {
  name: "lean",
  setup(builder) {
    builder.onLoad({ filter: /elements[\\/].*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8")
        .replace(/\bcss`([^`]*)`/g, (_, sheet) => `css\`${leanSheet(sheet)}\``)
        .replace(/>\n\s*(?=<|\$\{)/g, ">")
        .replace(/\}\n\s*(?=<\/?\w)/g, "}")
        .replace(/\n\s+/g, "\n");
      return { contents, loader: "ts" };
    });
  },
};

function leanSheet(sheet) {
  return sheet
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/([\w-]): /g, "$1:")
    .replace(/;}/g, "}")
    .trim();
}

/** Takes out of Lit what it leaves in the global scope, where it would be left on servers too. */
const quietLit = {
  name: "quiet-lit",
  setup(builder) {
    builder.onLoad(
      { filter: /node_modules[\\/](@lit|lit-html|lit-element)[\\/].*\.js$/ },
      ({ path }) => ({
        contents: readFileSync(path, "utf8")
          .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, "0")
          .replace(
            /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
            "",
          )
          .replace(
            /const t=this\[Symbol\.metadata\];if\(null!==t\)\{const s=litPropertyMetadata[^}]*\}/,
            "",
          ),
      }),
    );
  },
};

const common = {
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  inject: [join(here, "server-globals.ts")],
  tsconfigRaw: { compilerOptions: { target: "es2022", useDefineForClassFields: true } },
  logLevel: "warning",
};

export async function buildElements(out) {
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
  await build({
    ...common,
    entryPoints: [join(here, "all.ts")],
    outdir: folder,
    plugins: [outside, lean, quietLit],
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
  await build({
    ...common,
    entryPoints: [join(here, "index.ts")],
    outdir: folder,
    plugins: [
      {
        name: "all",
        setup(builder) {
          builder.onResolve({ filter: /^\.\/[\w-]+\.js$/ }, () => ({
            path: "./all.js",
            external: true,
          }));
        },
      },
    ],
    inject: [],
  });
  writeManifest(here, out);
  const core = resolve(out, "index.js");
  await build({
    ...common,
    entryPoints: [join(here, "embed.ts")],
    outfile: join(out, "embed.js"),
    plugins: [
      {
        name: "inside",
        setup(builder) {
          builder.onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: core }));
          // Loaded on first use, from beside the file.
          builder.onResolve({ filter: /^\.\.\/reading\/index\.js$/ }, () => ({
            path: "./reading/index.js",
            external: true,
          }));
        },
      },
      lean,
      quietLit,
    ],
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await buildElements(resolve(process.argv[2] ?? join(here, "../../../pkg")));
}
