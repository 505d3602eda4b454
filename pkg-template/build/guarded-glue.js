// Injected into wasm-bindgen's glue when it is bundled; see src/guard.ts.
export { guardedWebAssembly as WebAssembly } from "../guard.js";
