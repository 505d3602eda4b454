/** The mock API in a separate process, which counts its requests. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";

const workspace = resolve(import.meta.dirname, "../../..");

/** Starts one for this test file; it ends with it. */
export async function startMock(...options) {
  const built = process.env.MOCK_API_BIN ?? resolve(workspace, "target/debug/mock-api");
  const args = ["--port", "0", "--exit-on-stdin-close", ...options];
  const child = existsSync(built)
    ? spawn(built, args, { stdio: ["pipe", "pipe", "inherit"] })
    : spawn("cargo", ["run", "-q", "-p", "mock-api", "--", ...args], {
        cwd: workspace,
        stdio: ["pipe", "pipe", "inherit"],
      });
  const [line] = await once(createInterface(child.stdout), "line");
  const { url } = JSON.parse(line);
  const stop = async () => {
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  };
  after(stop);

  const get = async (path) => (await fetch(`${url}/__mock/${path}`)).json();
  const post = async (path, body) => {
    const response = await fetch(`${url}/__mock/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json().catch(() => undefined);
  };
  const { applications, calls } = await get("world");
  return {
    url,
    port: Number(new URL(url).port),
    applications: applications.map(({ application_id }) => application_id),
    calls,
    counts: (application) => get(application ? `counts?application_id=${application}` : "counts"),
    /** Every request that reached the API. */
    log: () => get("log"),
    placed: () => get("placed"),
    reset: () => post("reset"),
    /** Adds a fault: `fault({ status: 500 })` once, or as often as `rest` says. */
    fault: (action, rest) => post("faults", [{ match: {}, times: 1, action, ...rest }]),
    /** Sets where to post webhooks. `sendWebhook` posts one now, and returns the result. */
    webhooks: (setup) => post("webhooks", setup),
    sendWebhook: (callId) => post("webhooks/send", { call_id: callId }),
    connections: (action) => post("connections", { action }),
  };
}
