/** A page's features that Node lacks: storage, locks, tabs, and clocks that can be set. */

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");

/** Replaces or removes a global. Returns a function that restores it. */
export function replace(owner, name, descriptor) {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (descriptor) Object.defineProperty(owner, name, { configurable: true, ...descriptor });
  else Reflect.deleteProperty(owner, name);
  return () =>
    before ? Object.defineProperty(owner, name, before) : Reflect.deleteProperty(owner, name);
}

/** Real clocks that can be moved. */
export function startClocks(t) {
  const [now, steady] = [Date.now, performance.now.bind(performance)];
  const clocks = {
    /** How far the wall clock was set, in milliseconds. */
    setBy: 0,
    /** Additional time that has passed, for both clocks, in milliseconds. */
    passed: 0,
  };
  const restore = [
    replace(Date, "now", { value: () => now() + clocks.setBy + clocks.passed, writable: true }),
    replace(performance, "now", { value: () => steady() + clocks.passed, writable: true }),
  ];
  t.after(() => restore.forEach((put) => put()));
  return clocks;
}

/** Local storage; returns its entries. */
export function startStorage(t, methods = {}) {
  const entries = new Map();
  const storage = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, String(value)),
    removeItem: (key) => void entries.delete(key),
    ...methods,
  };
  t.after(replace(globalThis, "localStorage", { value: storage }));
  return entries;
}

/** Sets `navigator.locks` with this `request`, or a working one. */
export function startLocks(t, request = workingLocks()) {
  t.after(replace(globalThis, "navigator", { value: { locks: { request } } }));
}

/** The used part of a browser's locks. */
function workingLocks() {
  const held = new Set();
  return async (name, { ifAvailable }, callback) => {
    if (!ifAvailable) throw new Error("it would wait");
    if (held.has(name)) return callback(null);
    held.add(name);
    try {
      return await callback({ name });
    } finally {
      held.delete(name);
    }
  };
}

/** The package in another tab, or after a reload: the same storage and locks, another memory. */
export async function openTab() {
  const folder = mkdtempSync(join(tmpdir(), "tab-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const isNeeded = (path) =>
    !/reading|elements|docs|node_modules.*node_modules/.test(path.slice(root.length));
  cpSync(root, folder, { recursive: true, filter: isNeeded });
  return import(pathToFileURL(join(folder, "index.node.js")).href);
}
