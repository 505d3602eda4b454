/** WebKit by its own driver, the engine of Safari, on a screen that nobody sees. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { freePort } from "./server.mjs";

/** Runs `use(capabilities, send)` with a window of WebKit; `send` takes a method, a path and a body. */
async function withWindow(use) {
  const port = await freePort();
  const arguments_ = ["--auto-servernum", process.env.WEBKIT_DRIVER, `--port=${port}`];
  // A group of its own: the screen, the driver and the browser end together.
  const driver = spawn("xvfb-run", arguments_, { stdio: "ignore", detached: true });
  const base = `http://127.0.0.1:${port}`;
  const send = async (method, path, body) => {
    const answer = await fetch(`${base}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    for (let tried = 0; !(await fetch(`${base}/status`).catch(() => undefined)); tried += 1) {
      assert.ok(tried < 100, "WebKit's driver did not listen");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const wanted = { capabilities: { alwaysMatch: {} } };
    const { sessionId, capabilities } = await send("POST", "/session", wanted);
    const session = `/session/${sessionId}`;
    const result = await use(capabilities, (method, path, body) =>
      send(method, `${session}${path}`, body),
    );
    await send("DELETE", session);
    return result;
  } finally {
    process.kill(-driver.pid);
  }
}

/** The version of WebKitGTK. */
export const webKitVersion = () => withWindow(({ browserVersion }) => browserVersion);

/** Opens a page while `use(evaluate)` runs; `evaluate` takes a script that returns a value. */
export const inWebKit = (address, use) =>
  withWindow(async (_, send) => {
    await send("POST", "/url", { url: address });
    await use((script) => send("POST", "/execute/sync", { script, args: [] }));
  });
