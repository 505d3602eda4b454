// Checks the types of each example in README and the guides against the installed package. The tests of proxy,
// webhooks, testing and bindings and the consumers also run many of them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { blocksOf } from "../consumers/helpers/guides.mjs";

const root = resolve(import.meta.dirname, "../..");
const installed = resolve(process.env.NINJAHIRE_PKG, "../..");
const folder = join(installed, "examples");
const guides = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Variables that examples use and do not declare. */
const context = `
import type { CallDetails, NinjaHireClient as Client } from "ninjahire-calls";
import type {} from "ninjahire-calls/elements";
import type { nodeHandler as makeHandler } from "ninjahire-calls/proxy";
declare global {
  const NinjaHireClient: typeof Client, client: Client;
  const nodeHandler: typeof makeHandler, proxy: Parameters<typeof makeHandler>[0];
  const handler: (request: Request) => Promise<Response>;
  const applicationId: string, job_id: string, call_id: string, callId: string, baseUrl: string;
  const call: CallDetails;
  const signal: AbortSignal;
  const shown: unknown[];
  const list: HTMLElement, notice: HTMLElement;
  const show: (...what: unknown[]) => void;
  const userOf: (request: Request) => Promise<{ id: string; jobId: string } | undefined>;
}
`;

/** Modules that the reader writes, that a platform has, or that only the consumers install. */
const others = `
declare module "*/session.js" {
  export const userOf: (request: Request) => Promise<{ id: string } | undefined>;
}
declare module "*/refresh.js" { export const refresh: (callId: string) => Promise<void>; }
declare module "cloudflare:workers" { export class DurableObject { ctx: any; env: any; } }
declare module "@rollup/plugin-node-resolve";
declare module "@angular/core" {
  export const Component: any, effect: any;
  export function signal<Value>(value: Value): { (): Value; set(value: Value): void };
}
declare const defineEventHandler: any, toWebRequest: any, http: any, Bun: any, Deno: any;
`;

/** Writes the examples of a guide into files, with a number where the example names no file. */
function write(guide) {
  const text = readFileSync(join(root, guide), "utf8");
  const named = new Map([...blocksOf(guide)].map(([file, code]) => [code, file]));
  let count = 0;
  for (const [, language, code] of text.matchAll(/^```(jsx?|tsx?)\n([^]*?)^```$/gm)) {
    count += 1;
    const path = join(folder, guide, named.get(code) ?? `example-${count}.${language}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  return count;
}

test("every example of README and the guides passes the type check", async () => {
  rmSync(folder, { recursive: true, force: true });
  const written = guides.reduce((sum, guide) => sum + write(guide), 0);
  assert.ok(written > 50);
  writeFileSync(join(folder, "context.d.ts"), context);
  writeFileSync(join(folder, "others.d.ts"), others);
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    experimentalDecorators: true,
    jsx: "react-jsx",
    lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable", "esnext.disposable"],
    module: "preserve",
    moduleDetection: "force",
    noEmit: true,
    skipLibCheck: true,
    strict: false,
    target: "es2024",
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["**/*"] }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(({ stdout }) =>
    assert.fail(stdout),
  );
});

test("the pieces in the Rust guide are in the Leptos example, which is compiled", () => {
  const linesOf = (path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .map((line) => line.trim());
  const example = linesOf("examples/leptos/src/main.rs").join("\n");
  const guide = linesOf("docs/rust.md").join("\n");
  const pieces = [...guide.matchAll(/^```rust\n([^]*?)\n```$/gm)].map(([, code]) => code);
  assert.equal(pieces.length, 2);
  for (const piece of pieces) assert.ok(example.includes(piece), piece);
});

test("a consumer runs each file of README and of the guides for bundlers and policies", async () => {
  const consumers = join(root, "tests/consumers");
  const run = new Set();
  for (const entry of readdirSync(consumers, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "helpers") continue;
    const { guides = {} } = await import(join(consumers, entry.name, "consumer.mjs"));
    for (const [guide, files] of Object.entries(guides))
      for (const file of files) run.add(`${guide}: ${file}`);
  }
  for (const guide of ["README.md", "docs/bundlers.md", "docs/csp.md"]) {
    const files = [...blocksOf(guide).keys()];
    assert.ok(files.length >= 3);
    for (const file of files) assert.ok(run.has(`${guide}: ${file}`), `${guide}: ${file}`);
  }
});
