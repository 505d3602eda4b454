/** What the wasm exports, as wasm-bindgen's glue gives it. */

import type { Endpoint } from "./options.js";

export interface Core {
  initSync(source: { module: WebAssembly.Module }): unknown;
  Client: new (options: unknown, memory: Map<string, unknown>) => CoreClient;
  request(endpoint: Endpoint, argument: unknown, options: unknown): unknown;
  decode(endpoint: Endpoint, body: unknown, options: unknown): unknown;
  parseQuestions(raw: unknown): unknown;
  parseSummary(raw: unknown): unknown;
  parseTranscript(text: unknown, options: unknown): Float64Array;
}

export interface CoreClient {
  ask(endpoint: Endpoint, argument: unknown, options: unknown): Promise<unknown>;
  pages(filters: unknown, options: unknown): CoreSequence;
  watch(callId: unknown, options: unknown): CoreSequence;
}

/** One item after the other; `undefined` after the last. */
export interface CoreSequence {
  next(): Promise<unknown>;
  free(): void;
}
