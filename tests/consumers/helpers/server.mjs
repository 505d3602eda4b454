/** Runs the server program of a framework. */

import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** A port on which no program listens. */
export async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Runs a program, which must listen on `PORT`, while `use` runs. */
export async function withServer(here, program, args, use, env = {}, port = undefined) {
  port ??= await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { NODE_ENV: _, ...clean } = process.env;
  const server = spawn(program, args(port), {
    cwd: here.folder,
    env: {
      ...clean,
      NINJAHIRE_API_KEY: "test-key",
      NINJAHIRE_URL: here.mock.url,
      PORT: String(port),
      HOST: "127.0.0.1",
      // Without it, SvelteKit's adapter assumes https.
      ORIGIN: url,
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    for (let tried = 0; ; tried += 1) {
      if (await fetch(`${url}/favicon.ico`).catch(() => undefined)) break;
      if (tried > 300 || server.exitCode !== null) throw new Error(`${program} did not listen`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await use(url);
  } finally {
    server.kill();
  }
}

/** Requests a report from a server that exercises the package itself. */
export async function requestReport(url, settings) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(url).origin },
    body: JSON.stringify(settings),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${answer.status}: ${text.slice(0, 2_000)}`);
  }
}
