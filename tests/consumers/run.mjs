/**
 * `node run.mjs INSTALLED OUT [NAME…]`: installs the packed package and each consumer's tools in OUT/NAME,
 * runs the consumer's places, and prints a table. INSTALLED is the folder with the tarball. `--write` writes
 * the table into README as well. `--quick` runs only the places that match the consumer's `quick`.
 */

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { chromium } from "playwright-core";
import { writeBlocks } from "./helpers/guides.mjs";
import { Here } from "./helpers/here.mjs";
import { writeRows } from "./helpers/readme.mjs";

const here = import.meta.dirname;
const {
  positionals: [installed, out, ...names],
  values: { write: isWritten, quick: isQuick },
} = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" }, quick: { type: "boolean" } },
});
const consumers = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "helpers")
  .map(({ name }) => name);
for (const name of names)
  assert.ok(consumers.includes(name), `there is no consumer ${name}, only ${consumers.join(", ")}`);

const tarball = resolve(
  installed,
  readdirSync(installed).find((file) => file.endsWith(".tgz")),
);

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const flags = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];

/** Copies an app and the blocks of its guides, installs its tools unless they are installed, and installs the tarball. */
async function install(name, guides) {
  const folder = resolve(out, name);
  const wanted = readFileSync(join(here, name, "package.json"), "utf8");
  const stamp = join(folder, "installed.json");
  const isInstalled = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (existsSync(folder)) {
    for (const file of readdirSync(folder))
      if (!(isInstalled && ["node_modules", "installed.json"].includes(file)))
        rmSync(join(folder, file), { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  cpSync(join(here, "helpers/app"), folder, { recursive: true });
  cpSync(join(here, name), folder, { recursive: true });
  writeBlocks(folder, guides);
  const run = (...args) => promisify(execFile)(npm, [...args, ...flags], { cwd: folder });
  if (!isInstalled) {
    await run("install");
    writeFileSync(stamp, wanted);
  }
  // npm unpacks the tarball as for a user. A bundler's cache may contain an earlier build.
  rmSync(join(folder, "node_modules/.vite"), { recursive: true, force: true });
  rmSync(join(folder, "node_modules/ninjahire-calls"), { recursive: true, force: true });
  await run("install", "--no-save", "--prefer-offline", tarball);
  return folder;
}

async function startMock() {
  const options = ["--port", "0", "--exit-on-stdin-close", "--results", "300"];
  const args = [...options, "--call-seconds", "0.6", "--assess-seconds", "0.1"];
  const child = spawn(process.env.MOCK_API_BIN, args, { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  const { url } = JSON.parse(line);
  const get = async (path) => (await fetch(`${url}/__mock/${path}`)).json();
  const { applications } = await get("world");
  return {
    url,
    applications: applications
      .filter(({ answers }) => answers)
      .map(({ application_id }) => application_id),
    counts: (application) => get(`counts?application_id=${application}`),
    stop: () => child.stdin.end(),
  };
}

const mock = await startMock();
/** Starts a browser. Each place gets a new one, so that none can affect another. */
const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROME, args: ["--no-sandbox"] });
const rows = [];
const applications = [...mock.applications];
for (const name of names.length ? names : consumers) {
  let places;
  let folder;
  const consumer = await import(pathToFileURL(join(here, name, "consumer.mjs")).href);
  if (isQuick && !consumer.quick) continue;
  try {
    console.log(`\n== ${name}: installing`);
    folder = await install(name, consumer.guides);
    places = await consumer.default(folder);
    if (isQuick) places = places.filter(({ place }) => consumer.quick.test(place));
  } catch (error) {
    console.log(error.stderr || error);
    rows.push({ place: name, version: "", verdict: "FAILED", seconds: "" });
    continue;
  }
  for (const { place, version, verdict: wanted = "works", run } of places) {
    const started = performance.now();
    let verdict = wanted;
    try {
      await run(new Here({ folder, mock, openBrowser, applications, tarball }));
    } catch (error) {
      verdict = "FAILED";
      console.log(`${place}: ${error.stack}`);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${place}: ${verdict} (${seconds} s)`);
    rows.push({ place, version, verdict, seconds });
  }
}
mock.stop();

const columns = ["place", "version", "verdict", "seconds"];
const widths = columns.map((name) =>
  Math.max(...[{ [name]: name }, ...rows].map((row) => row[name]?.length ?? 0)),
);
const line = (cells) => cells.map((cell, at) => cell.padEnd(widths[at])).join("  ");
console.log(`\n${line(columns)}\n${line(widths.map((width) => "-".repeat(width)))}`);
for (const row of rows) console.log(line(columns.map((name) => row[name])));
if (isWritten)
  writeRows(resolve(here, "../../README.md"), rows, { isWhole: !names.length && !isQuick });
const failed = rows.filter(({ verdict }) => verdict === "FAILED").length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
