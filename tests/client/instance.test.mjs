// The wasm: when it starts, and what happens after a crash.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, until } from "./client.mjs";

const mock = await startMock();
const { call_id } = mock.calls[0];
const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const fresh = (code) =>
  execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).trim();
const imported = `import * as nh from ${JSON.stringify(pathToFileURL(resolve(root, "index.node.js")).href)};`;

/** Throws where the wasm expects no exception, which has the effect of a trap. */
function trap() {
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    throw new Error("thrown through the wasm");
  };
  try {
    nh.parseTranscript("BOT: Hi.");
  } catch (error) {
    return error;
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
  assert.fail("it did not trap");
}

test("a synchronous helper before the start says what to do", () => {
  const said = fresh(
    `${imported} try { nh.parseTranscript("BOT: Hi.") } catch (e) { console.log(e.code, e.message) }`,
  );
  assert.match(said, /^not_started parseTranscript .*await init\(\)/);
});

test("init may be called several times, also with bytes, a module or a URL", () => {
  const turns = `console.log(nh.parseTranscript("BOT: Hi.\\nHUMAN: Hello.").length)`;
  const file = JSON.stringify(resolve(root, "core.wasm"));
  for (const start of [
    "await Promise.all([nh.init(), nh.init()]); await nh.init();",
    `await nh.init((await import("node:fs")).readFileSync(${file}));`,
    `await nh.init(await WebAssembly.compile((await import("node:fs")).readFileSync(${file})));`,
    `await nh.init((await import("node:url")).pathToFileURL(${file}));`,
    `await nh.init(new Response((await import("node:fs")).readFileSync(${file}), { headers: { "content-type": "application/wasm" } }));`,
  ]) {
    assert.equal(fresh(imported + start + turns), "2", start);
  }
});

test("a start that failed can be tried again, and says what failed", () => {
  const said = fresh(`${imported}
    const bad = await nh.init(new Uint8Array([1, 2, 3])).catch((e) => e.code);
    const gone = await nh.init("http://127.0.0.1:9/core.wasm").catch((e) => e.code);
    await nh.init();
    console.log(bad, gone, nh.parseTranscript("BOT: Hi.").length)`);
  assert.equal(said, "start_failed start_failed 1");
});

test("where there is no WebAssembly the error says so", () => {
  const said =
    fresh(`delete globalThis.WebAssembly; ${imported.replace("import * as nh from ", "const nh = await import(").replace(/;$/, ");")}
    await new nh.NinjaHireClient().getCallDetails("x").catch((e) => console.log(e.name, e.message))`);
  assert.match(said, /^WebAssemblyUnavailableError There is no WebAssembly/);
});

test("importing it has no effect and needs no window", () => {
  assert.equal(
    fresh(
      `const before = Object.keys(globalThis).length; await import(${JSON.stringify(pathToFileURL(resolve(root, "index.js")).href)}); console.log(Object.keys(globalThis).length - before)`,
    ),
    "0",
  );
});

test("a trap rejects pending calls, and the next call starts the wasm again", async () => {
  await nh.init();
  await mock.fault({ stall: "headers" });
  const client = clientOf(mock);
  const inFlight = rejection(client.getCallDetails(call_id));
  await until(async () => (await mock.log()).length > 0);
  const error = trap();
  assert.equal(error.code, "crashed");
  assert.match(error.cause.message, /through the wasm/);
  assert.equal((await inFlight).code, "crashed");
  assert.equal(nh.parseTranscript("BOT: Hi.").length, 1);
  assert.equal((await client.getCallDetails(call_id)).call_id, call_id);
});

test("a dial in flight when it traps may have rung, and stays guarded", async () => {
  await mock.reset();
  await mock.fault({ stall: "headers" });
  const [application] = mock.applications;
  const client = clientOf(mock, { redialGuardMs: 60_000 });
  const dialling = rejection(client.initiateInstantCall(application));
  await until(async () => (await mock.log()).length > 0);
  trap();
  const error = await dialling;
  assert.ok(error instanceof nh.DialOutcomeUnknownError, `${error}`);
  assert.equal(error.applicationId, application);
  const again = await rejection(client.initiateInstantCall(application));
  assert.ok(again instanceof nh.RedialGuardError, `${again}`);
  assert.equal((await mock.counts()).instant_calls_received, 1);
});

test("the wasm has no path of the machine that built it", () => {
  const wasm = readFileSync(resolve(root, "core.wasm"), "latin1");
  assert.ok(!/\/(root|home|Users)\//.test(wasm));
});
