/** The core's wasm. */

import type { Core } from "./core.js";
import { createCore } from "./generated/core.js";
import { type InitSource, type Loader, Wasm } from "./wasm.js";

/** Where dials are remembered and locks are held: outside of the instance, which may die. */
export const dialMemory = new Map<string, unknown>();

const lockPrefix = "ninjahire-calls:lock:";

const wasm = /* @__PURE__ */ new Wasm<Core>({
  file: "core.wasm",
  init: "init",
  create: createCore,
  load: (url) => fetch(url ?? new URL("./core.wasm", import.meta.url)),
  onDeath: releaseLocks,
});

function releaseLocks(): void {
  for (const [name, release] of dialMemory) {
    if (!name.startsWith(lockPrefix)) continue;
    dialMemory.delete(name);
    if (typeof release === "function") release();
  }
}

/** For runtimes that load files in their own way. */
export function useLoader(own: Loader): void {
  wasm.load = own;
}

/**
 * Starts the wasm, from beside this module or from `source`. Need not be called before async
 * methods, which start it themselves; makes the sync helpers usable from the start. May be called
 * any number of times; a start that failed can be tried again.
 *
 * @example
 * await init();
 * const turns = parseTranscript("BOT: Hi.\nHUMAN: Hello.");
 */
export async function init(source?: InitSource): Promise<void> {
  await wasm.start(source);
}

/** Runs something asynchronous in the core, which it starts if need be. */
export function run<T>(use: (core: Core) => Promise<unknown>): Promise<T> {
  return wasm.run(use);
}

/** Runs something synchronous in the core, which must have been started. */
export function runSync<T>(name: string, use: (core: Core) => unknown): T {
  return wasm.runSync(name, use);
}

/** The running core, if there is one. */
export function running(): Core | undefined {
  return wasm.running;
}
