/** WebKit, the engine of Safari, on a virtual screen. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { Builder } from "selenium-webdriver";
import { freePort } from "./server.mjs";

/** Runs `use(window)` with a window of WebKit, which selenium-webdriver controls; returns its result. */
async function withWindow(use) {
  const port = await freePort();
  const command = ["--auto-servernum", process.env.WEBKIT_DRIVER, `--port=${port}`];
  // In a process group: the screen, the driver and the browser end together.
  const driver = spawn("xvfb-run", command, { stdio: "ignore", detached: true });
  const url = `http://127.0.0.1:${port}`;
  try {
    for (let tried = 0; !(await fetch(`${url}/status`).catch(() => undefined)); tried += 1) {
      assert.ok(tried < 100, "WebKit's driver did not listen");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const builder = new Builder().disableEnvironmentOverrides().usingServer(url);
    const window = await builder.withCapabilities({ browserName: "MiniBrowser" }).build();
    try {
      return await use(window);
    } finally {
      await window.quit();
    }
  } finally {
    process.kill(-driver.pid);
  }
}

/** The version of WebKitGTK. */
export const webKitVersion = () =>
  withWindow(async (window) => (await window.getCapabilities()).getBrowserVersion());

/** Opens a page, and runs `use(evaluate)`. `evaluate` takes a script that returns a value. */
export const inWebKit = (address, use) =>
  withWindow(async (window) => {
    await window.get(address);
    await use((script) => window.executeScript(script));
  });
