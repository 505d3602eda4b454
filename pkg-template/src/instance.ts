/** The instance of `core.wasm`. */

import * as glue from "./generated/core.js";
import { type InitSource, type Loader, Wasm } from "./wasm.js";

/** The exports of the wasm. @internal */
export type Core = typeof glue;

/** The stored dials, and the functions that release locks. It survives a crash of the instance. @internal */
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

/** Sets how the wasm is loaded, for runtimes in which `fetch` does not load it. @internal */
export function useLoader(custom: Loader): void {
  core.load = custom;
}

/**
 * Starts the wasm: the file beside this module, or `source`. Synchronous helpers need it;
 * asynchronous methods start the wasm themselves. It may be called any number of times. After a
 * failed start, the next call tries again.
 *
 * @example
 * await init();
 * const turns = parseTranscript("BOT: Hi.\nHUMAN: Hello.");
 */
export async function init(source?: InitSource): Promise<void> {
  await core.start(source);
}
