// The packed tarball, installed in an empty folder.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { startMock } from "../proxy/helpers/mock.mjs";

const mock = await startMock("--call-seconds", "0.4", "--assess-seconds", "0.1");
const installed = resolve(process.env.NINJAHIRE_PKG, "../..");

test("ten lines place a call, follow it, list by each filter and read the transcript", async () => {
  const script = resolve(installed, "ten-lines.mjs");
  await copyFile(resolve(import.meta.dirname, "../types/ten-lines.mts"), script);
  const env = { ...process.env, NINJAHIRE_URL: mock.url, APPLICATION_ID: mock.applications[0] };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], {
    env,
    cwd: installed,
  });
  assert.match(stdout, /call_completed/);
  assert.equal(stdout.match(/^filter /gm).length, 6);
  assert.match(stdout, /^bot: /m);
  assert.equal(stderr, "");
  assert.equal((await mock.counts()).calls_placed, 1);
});

test("the package has the files of its package.json, and nothing else of the workspace", async () => {
  const manifest = JSON.parse(
    await readFile(resolve(process.env.NINJAHIRE_PKG, "package.json"), "utf8"),
  );
  assert.equal(manifest.name, "ninjahire-calls");
  assert.deepEqual(Object.keys(manifest.dependencies), ["@lit/context", "lit"]);
  const [bin] = Object.values(manifest.bin);
  assert.match(await readFile(resolve(process.env.NINJAHIRE_PKG, bin), "utf8"), /^#!/);
  for (const entry of Object.values(manifest.exports)) {
    for (const file of typeof entry === "string" ? [entry] : Object.values(entry)) {
      assert.ok((await readFile(resolve(process.env.NINJAHIRE_PKG, file))).length > 0, file);
    }
  }
});

test("importing any entry point on a server has no effect", async () => {
  const { exports } = JSON.parse(
    await readFile(resolve(process.env.NINJAHIRE_PKG, "package.json"), "utf8"),
  );
  const names = Object.entries(exports)
    .filter(([name, entry]) => entry.default?.endsWith(".js") && name !== "./embed.js")
    .map(([name]) => name.replace(/^\./, "ninjahire-calls"));
  assert.ok(names.length > 25);
  const script = resolve(installed, "entries.mjs");
  await writeFile(script, names.map((name) => `import ${JSON.stringify(name)};`).join("\n"));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], {
    cwd: installed,
  });
  assert.equal(stdout + stderr, "");
});
