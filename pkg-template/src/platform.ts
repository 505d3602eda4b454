/**
 * Types of the platform, as the compiler's own libraries declare them: `lib: ["dom"]`, Node's or
 * Workers' types. Where none of them is there, each is `unknown`, so that this package's types
 * compile everywhere.
 */

type Global<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : unknown;

export type AbortSignal = Global<"AbortSignal">;
export type Request = Global<"Request">;
export type Response = Global<"Response">;
export type URL = Global<"URL">;

/** What `fetch` takes besides the URL. */
export type RequestInit = typeof globalThis extends {
  fetch: (url: string, init?: infer Init) => unknown;
}
  ? NonNullable<Init>
  : unknown;

/** A compiled wasm. */
export type Module = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Instance } };
}
  ? Instance
  : object;

/** Bytes. */
export type Bytes = ArrayBuffer | ArrayBufferView;
