// The build injects this into wasm-bindgen's glue; see src/guard.ts.
export { guardedWebAssembly as WebAssembly } from "../guard.js";
