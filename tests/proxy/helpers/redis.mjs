/** A real redis-server on a separate socket. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "redis";
import { redisStore } from "./package.mjs";

/** Starts one for this test file, and returns its socket's path. */
export async function startRedis() {
  if (spawnSync("redis-server", ["--version"]).error) {
    throw new Error("These tests need redis-server (Debian: apt-get install redis-server)");
  }
  const folder = mkdtempSync(join(tmpdir(), "proxy-redis-"));
  const path = join(folder, "redis.sock");
  const args = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no"];
  let child;
  const start = async () => {
    child = spawn("redis-server", [...args, "--dir", folder], { stdio: "ignore" });
    for (let tries = 0; !existsSync(path); tries++) {
      if (tries > 200) throw new Error("redis-server did not start");
      await pause(25);
    }
  };
  const kill = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.kill("SIGKILL")) await ended;
    rmSync(path, { force: true });
  };
  await start();
  after(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return { path, kill, restart: start };
}

/** A client of it, and a store on that. */
export async function connectRedis(path) {
  const client = createClient({ socket: { path, reconnectStrategy: false } });
  client.on("error", () => {});
  await client.connect();
  after(() => client.isOpen && client.destroy());
  return { client, store: redisStore((args) => client.sendCommand(args)) };
}
