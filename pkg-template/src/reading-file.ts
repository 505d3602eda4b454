/**
 * Where `reading.wasm` is. This module is in the package's root, beside `core.wasm`: bundled into one file, both
 * modules look for their wasm in one folder.
 */
export const readingFile = (): URL => new URL("./reading.wasm", import.meta.url);
