/** The instance of `reading.wasm`. */

import * as glue from "../generated/reading.js";
import { readingFile } from "../reading-file.js";
import { type InitSource, type Loader, Wasm } from "../wasm.js";

/** What the wasm exports. @internal */
export type Reading = typeof glue;

const wasm = /* @__PURE__ */ new Wasm<Reading>({
  file: "reading.wasm",
  init: "initReading",
  glue,
  load: (url) => fetch(url ?? readingFile()),
});

/** Sets how the wasm is loaded, for runtimes in which `fetch` does not load it. @internal */
export function useLoader(custom: Loader): void {
  wasm.load = custom;
}

/**
 * Loads the wasm of `ninjahire-calls/reading`: the file beside the package's modules, or `source`.
 * Call it to load the wasm early; every function here otherwise does it on first use. After a
 * failed start, the next call tries again.
 *
 * @example
 * await initReading();
 */
export async function initReading(source?: InitSource): Promise<void> {
  await wasm.start(source);
}

/** Runs a function on the wasm, and starts it first where necessary. @internal */
export async function run<T>(use: (exports: Reading) => T): Promise<T> {
  await wasm.start();
  return wasm.runSync("", use);
}
