/** The second wasm. */

import { createReading } from "../generated/reading.js";
import { type InitSource, type Loader, Wasm } from "../wasm.js";
import type { ReadingExports } from "./exports.js";

const wasm = /* @__PURE__ */ new Wasm<ReadingExports>({
  file: "reading.wasm",
  init: "initReading",
  create: createReading,
  load: (url) => fetch(url ?? new URL("../reading.wasm", import.meta.url)),
});

/** For runtimes that load files in their own way. */
export function useLoader(own: Loader): void {
  wasm.load = own;
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

/** Runs something in the wasm, which it starts if need be. */
export async function read<T>(use: (exports: ReadingExports) => unknown): Promise<T> {
  await wasm.start();
  return wasm.runSync("", use);
}
