/** A real PostgreSQL server on a separate socket. */

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** On Debian the server's programs are not on the PATH, but in a folder for each version. */
function folderOfPrograms() {
  const versions = "/usr/lib/postgresql";
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, "bin"))
    : [];
  const all = [...(process.env.PATH ?? "").split(":"), ...folders];
  const found = all.find((folder) => existsSync(join(folder, "initdb")));
  if (found) return found;
  throw new Error("These tests need PostgreSQL (Debian: apt-get install postgresql)");
}

/** The server refuses to run as root, so root runs it as the user of its package. */
function owner() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString());
  return { uid: id("-u"), gid: id("-g") };
}

/** Starts one for this test file, and returns the settings for a connection. */
export async function startPostgres() {
  const programs = folderOfPrograms();
  const folder = mkdtempSync(join(tmpdir(), "proxy-postgres-"));
  const user = owner();
  if (user.uid) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"],
    { ...user, cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const start = () =>
    spawn(join(programs, "postgres"), ["-D", data, "-k", folder, "-h", "", "-F"], {
      ...user,
      cwd: folder,
      stdio: "ignore",
    });
  let child = start();
  after(async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.kill("SIGQUIT")) await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const settings = { host: folder, user: "test", database: "postgres" };
  const answers = async () => {
    for (let tries = 0; ; tries++) {
      const client = new pg.Client(settings);
      client.on("error", () => {});
      try {
        await client.connect();
        return await client.end();
      } catch (error) {
        if (tries > 400) throw error;
        await pause(25);
      }
    }
  };
  await answers();
  return {
    settings,
    /** Stops it as a crash would. */
    kill: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGQUIT");
      await ended;
    },
    restart: async () => {
      child = start();
      await answers();
    },
  };
}

/** A pool for this test file. */
export function connectPostgres(settings, options) {
  const pool = new pg.Pool({ ...settings, connectionTimeoutMillis: 2_000, ...options });
  pool.on("error", () => {});
  after(() => pool.end());
  return pool;
}
