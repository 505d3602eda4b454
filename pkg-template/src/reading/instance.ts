/** The instance of `reading.wasm`. */

import * as glue from "../generated/reading.js";
import { readingFile } from "../reading-file.js";
import { slices } from "../slices.js";
import { type InitSource, type Loader, Wasm } from "../wasm.js";

/** The exports of the wasm. @internal */
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

/** The number of the current instance. Objects of earlier instances are lost. @internal */
export function generation(): number {
  // The getter replaces a crashed instance.
  void wasm.running;
  return wasm.generation;
}

/** Work that the wasm does in steps. `step` returns `undefined` until the work is done. @internal */
export interface Steps<T> {
  step(): T | undefined;
  free(): void;
}

/** Does long work in the wasm in steps, so that the page can handle events meanwhile. @internal */
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
    // Another call crashed the instance, so the work starts again in a new one.
  }
}
