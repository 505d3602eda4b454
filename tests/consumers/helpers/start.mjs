/** Follows README's "The first turns on a page" exactly, in a new app. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { adapt } from "./guides.mjs";
import { freePort, withServer } from "./server.mjs";

/** Starts the package's mock, as `npx ninjahire-calls-mock` does, on a free port. */
async function startMock(folder) {
  const program = join(folder, "node_modules/ninjahire-calls/testing/cli.js");
  const child = spawn(process.execPath, [program, "--port", "0", "--ringing-ms", "200"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  return { url: JSON.parse(line).url, stop: () => child.kill() };
}

// Unset here, because .env.local has both.
const env = { NINJAHIRE_API_KEY: undefined, NINJAHIRE_URL: undefined };

/** Runs README's `server.mjs` on a free port, and writes the port into the development server's settings. */
export async function withProxy(here, setting, use, env) {
  const script = ["--env-file=.env.local", "server.mjs"];
  const port = await freePort();
  adapt(join(here.folder, "server.mjs"), [["listen(3000", `listen(${port}`]]);
  adapt(join(here.folder, setting), [["127.0.0.1:3000", `127.0.0.1:${port}`]]);
  await withServer(here, process.execPath, () => script, use, env, port);
}

/** Opens the page, presses Call and waits for turns. Fails unless one phone rang. */
async function checkTurns(here, url, mock) {
  const browser = await here.openBrowser();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("dialog", (dialog) => (problems.push(dialog.message()), dialog.dismiss()));
    await page.goto(url);
    // A framework's development server may send the page before its scripts.
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Call", exact: true }).click();
    const second = page.locator("ol > li").nth(1);
    await second.waitFor({ timeout: 30_000 }).catch(() => assert.fail(problems.join("; ")));
    assert.ok((await page.locator("ol > li").first().textContent()).trim().length > 5);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
  const { rings } = await (await fetch(`${mock.url}/__mock/rings`)).json();
  assert.equal(rings, 1);
}

/**
 * The place of an app. `program` with `args(port)` is its development server. If README's `server.mjs` is
 * the proxy, `setting` is the file with the address of that proxy.
 */
export const startPlace = ({ name, version, program, args, setting }) => ({
  place: `README's first turns on a page, ${name}`,
  version,
  async run(here) {
    const mock = await startMock(here.folder);
    adapt(join(here.folder, ".env.local"), [["http://127.0.0.1:8081", mock.url]]);
    const serve = () => withServer(here, program, args, (url) => checkTurns(here, url, mock), env);
    try {
      await (setting ? withProxy(here, setting, serve, env) : serve());
    } finally {
      mock.stop();
    }
  },
});
