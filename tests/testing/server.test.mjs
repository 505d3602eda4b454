// The kit on a port, started by its command and controlled over HTTP.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { packaged } from "../proxy/helpers/package.mjs";
import { NinjaHireClient, serveTestApi } from "./helpers/kit.mjs";

const cli = packaged("testing/cli.js");

async function start(...options) {
  const child = spawn(process.execPath, [cli, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  after(() => child.kill());
  const [line] = await once(createInterface(child.stdout), "line");
  const { url } = JSON.parse(line);
  const steer = async (path, body) => {
    const method = body === undefined ? "GET" : "POST";
    const answer = await fetch(new URL(`/__mock/${path}`, url), {
      method,
      body: body && JSON.stringify(body),
    });
    return answer.json();
  };
  return { url, steer };
}

test("`ninjahire-calls-mock` serves calls that proceed by the machine's clock", async () => {
  const { url, steer } = await start(
    "--ringing-ms",
    "20",
    "--talking-ms",
    "100",
    "--assessing-ms",
    "20",
  );
  const { applications } = await steer("world");
  const client = new NinjaHireClient({ baseUrl: url, apiKey: "any", redialGuardMs: 0 });
  const { call_id } = await client.initiateInstantCall(applications[0].application_id);
  const call = await client.waitForCall(call_id, { minIntervalMs: 20, until: "assessed" });
  assert.equal(typeof call.call_score, "number");
  const recording = await fetch(call.recording_url);
  assert.equal(recording.headers.get("content-type"), "audio/wav");
  assert.equal((await steer("rings")).rings, 1);
});

test("it is controlled over HTTP", async () => {
  const { url, steer } = await start("--no-key", "--base-path", "/api/ninjahire");
  assert.match(url, /\/api\/ninjahire$/);
  const { applications } = await steer("world");
  const client = new NinjaHireClient({ baseUrl: url, redialGuardMs: 0 });
  await steer("next-dial", { outcome: "reset" });
  await assert.rejects(client.initiateInstantCall(applications[0].application_id), {
    code: "dial_outcome_unknown",
  });
  assert.equal((await steer("rings")).rings, 1);
  assert.deepEqual(
    await steer("next-dial", { outcome: "nonsense" }).then(({ error }) => /nonsense/.test(error)),
    true,
  );
  await steer("fault", { match: { route: "screeningResults" }, action: { status: 403 } });
  await assert.rejects(client.listScreeningResults(), { code: "permission" });
  assert.equal((await steer("requests")).length, 2);
  await steer("reset", {});
  assert.equal((await steer("rings")).rings, 0);
});

test("a page of another origin may send requests, with the vendor's headers only", async () => {
  const { url } = await start();
  const preflight = await fetch(`${url}/calls`, {
    method: "OPTIONS",
    headers: { origin: "http://page.example", "access-control-request-method": "GET" },
  });
  assert.equal(preflight.status, 204);
  assert.equal(
    preflight.headers.get("access-control-allow-headers"),
    "authorization, accept, content-type",
  );
});

test("an invalid command prints the usage", async () => {
  for (const args of [
    ["--prot", "1"],
    ["--port", "x"],
  ]) {
    const error = await promisify(execFile)(process.execPath, [cli, ...args]).catch(
      (error) => error,
    );
    assert.match(error.stderr, /usage: ninjahire-calls-mock/);
    assert.equal(error.code, 1);
  }
});

test("two servers in one process are independent", async () => {
  const [one, other] = await Promise.all([serveTestApi(), serveTestApi()]);
  after(one.close);
  after(other.close);
  const client = new NinjaHireClient({ baseUrl: one.url, apiKey: "any", redialGuardMs: 0 });
  await client.initiateInstantCall(one.api.applications[0].application_id);
  assert.equal(one.api.rings(), 1);
  assert.equal(other.api.rings(), 0);
});
