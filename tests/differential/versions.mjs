/** Both versions: the built files of 0.1, and the current package. */

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const oldRoot = resolve(import.meta.dirname, "version-0.1");
const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");

const load = (folder) => import(pathToFileURL(resolve(folder, "index.node.js")).href);

/** `{ old, current }`, both started. */
export async function versions() {
  const both = { old: await load(oldRoot), current: await load(root) };
  await Promise.all([both.old.init(), both.current.init()]);
  return both;
}

/** A copy of a version that has not been started. A copy is needed because Node loads each path once. */
export async function unstarted(folder = root, edit = () => {}) {
  const parent = mkdtempSync(join(tmpdir(), "differential-"));
  process.on("exit", () => rmSync(parent, { recursive: true }));
  const copy = join(parent, "package");
  cpSync(folder, copy, { recursive: true });
  edit(copy);
  return await load(copy);
}
