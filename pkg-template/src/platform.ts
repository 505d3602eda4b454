/**
 * Types of the platform, as `lib: ["dom"]`, Node's types or Workers' types declare them. Without
 * any of these, each is `unknown`, so that this package's types compile everywhere.
 */

type Global<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : unknown;

export type AbortSignal = Global<"AbortSignal">;
export type Request = Global<"Request">;
export type Response = Global<"Response">;
export type URL = Global<"URL">;

/** The second argument of `fetch`. */
export type RequestInit = typeof globalThis extends {
  fetch: (url: string, init?: infer Init) => unknown;
}
  ? NonNullable<Init>
  : unknown;

/** A compiled wasm module. */
export type Module = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Instance } };
}
  ? Instance
  : object;

/** Bytes. */
export type Bytes = ArrayBuffer | ArrayBufferView;
