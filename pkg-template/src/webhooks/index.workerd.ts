/** The entry point for Workers, whose core gets its wasm from the bundler. */

import "../index.workerd.js";

export * from "./index.js";
