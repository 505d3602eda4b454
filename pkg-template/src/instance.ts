/** The core's wasm. */

import * as glue from "./generated/core.js";
import { type InitSource, type Loader, Wasm } from "./wasm.js";

/** What the wasm exports. @internal */
export type Core = typeof glue;

/** Where dials are remembered and locks are held: outside of the instance, which may die. @internal */
export const dialMemory = new Map<string, unknown>();

const lockPrefix = "ninjahire-calls:lock:";

/** @internal */
export const core = /* @__PURE__ */ new Wasm<Core>({
  file: "core.wasm",
  init: "init",
  glue,
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

/** For runtimes that load files in their own way. @internal */
export function useLoader(custom: Loader): void {
  core.load = custom;
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
  await core.start(source);
}
