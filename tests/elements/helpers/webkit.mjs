/** Starts WebKit through the driver of WebKitGTK, on a virtual screen. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder } from "selenium-webdriver";

/** Starts WebKit; `program` is its driver. Returns a WebDriver, and `close()`. */
export async function openWebKit(program) {
  const port = await freePort();
  const command = ["--auto-servernum", program, `--port=${port}`];
  // A process group, so that screen, driver and browser end together.
  const server = spawn("xvfb-run", command, { detached: true, stdio: "ignore" });
  const end = () => process.kill(-server.pid);
  try {
    const address = `http://127.0.0.1:${port}`;
    await listens(address, server);
    const capabilities = { browserName: "MiniBrowser" };
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    return {
      driver,
      async close() {
        await driver.quit();
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Waits until the driver answers. */
async function listens(address, server) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error("WebKit's driver has ended.");
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("WebKit's driver does not answer.");
}
