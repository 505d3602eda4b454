/** What the wasm exports, as wasm-bindgen's glue gives it. */

/** The endpoints as the core counts them. */
export type EndpointPlace = 0 | 1 | 2;
export const instantCall = 0;
export const callDetails = 1;
export const screeningResults = 2;

export interface Core {
  initSync(source: { module: WebAssembly.Module }): unknown;
  Client: new (options: unknown, memory: Map<string, unknown>) => CoreClient;
  request(endpoint: EndpointPlace, argument: unknown, options: unknown): unknown;
  decode(endpoint: EndpointPlace, body: unknown, options: unknown): unknown;
  parseQuestions(raw: unknown): unknown;
  parseSummary(raw: unknown): unknown;
  parseTranscript(text: unknown, options: unknown): Float64Array;
}

export interface CoreClient {
  ask(endpoint: EndpointPlace, argument: unknown, options: unknown): Promise<unknown>;
  pages(filters: unknown, options: unknown): CoreSequence;
  watch(callId: unknown, options: unknown): CoreSequence;
}

/** One item after the other; `undefined` after the last. */
export interface CoreSequence {
  next(): Promise<unknown>;
  free(): void;
}
