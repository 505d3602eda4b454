/**
 * The URL of `reading.wasm`. This module is in the package's root, beside the one that loads
 * `core.wasm`. So a bundle of both finds both wasm files in one folder.
 */
export const readingFile = (): URL => new URL("./reading.wasm", import.meta.url);
