/** The second wasm. */

import * as glue from "../generated/reading.js";
import { readingFile } from "../reading-file.js";
import { slices } from "../slices.js";
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

/** Which instance runs now: what an earlier one had is lost. @internal */
export function generation(): number {
  // Replaces an instance that has died.
  void wasm.running;
  return wasm.generation;
}

/** Work that the wasm does in steps: `undefined` until it is done. @internal */
export interface Steps<T> {
  step(): T | undefined;
  free(): void;
}

/** Does long work in the wasm step by step, so that a page stays alive meanwhile. @internal */
export async function runInSteps<T>(begin: (exports: Reading) => Steps<T>): Promise<T> {
  await wasm.start();
  const pause = slices();
  for (;;) {
    const begunIn = generation();
    const work = wasm.runSync("", begin);
    while (generation() === begunIn) {
      const result = wasm.runSync("", () => work.step());
      if (result !== undefined) {
        work.free();
        return result;
      }
      await pause();
    }
    // Something else has killed the instance: the work begins anew in the next one.
  }
}
