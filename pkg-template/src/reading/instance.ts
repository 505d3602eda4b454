/** The second wasm. */

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

/** For runtimes that load files in their own way. @internal */
export function useLoader(custom: Loader): void {
  wasm.load = custom;
}

/**
 * Loads the wasm of `ninjahire-calls/reading`, from beside the package's modules or from `source`.
 * Need not be called: every function here does it on first use. Good for loading it ahead of time.
 * A start that failed can be tried again.
 *
 * @example
 * await initReading();
 */
export async function initReading(source?: InitSource): Promise<void> {
  await wasm.start(source);
}

/** Runs something in the wasm, after starting it if need be. @internal */
export async function run<T>(use: (exports: Reading) => T): Promise<T> {
  await wasm.start();
  return wasm.runSync("", use);
}
