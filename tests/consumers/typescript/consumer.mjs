import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../helpers/version.mjs";

const common = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  verbatimModuleSyntax: true,
};
const dom = { lib: ["es2022", "dom", "dom.iterable"], types: ["node"] };

/** Compiler options of typical projects. */
const setups = {
  bundler: { ...dom, module: "esnext", moduleResolution: "bundler" },
  node16: { ...dom, module: "node16", moduleResolution: "node16" },
  nodenext: { ...dom, module: "nodenext", moduleResolution: "nodenext" },
  "without DOM and Node": {
    lib: ["es2022"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
  },
};

export const quick = /5\.0|7\.0/;

export default (folder) => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((name) => name.startsWith("ts-"))
    .map((name) => ({
      place: `TypeScript ${name.slice(3)}, ${Object.keys(setups).join(", ")}`,
      version: versionOf(folder, name),
      async run(here) {
        for (const [setup, options] of Object.entries(setups)) {
          const project = join(folder, "tsconfig.json");
          const files = [options.types.length ? "main.ts" : "bare.ts"];
          writeFileSync(
            project,
            JSON.stringify({ compilerOptions: { ...common, ...options }, files }),
          );
          await here.tool(`${name}/bin/tsc`, ["-p", project]).catch((error) => {
            throw new Error(`${setup}: ${error.message}`);
          });
        }
      },
    }));
};
