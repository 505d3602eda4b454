/** The entry point for the edge runtime of Next and Vercel, whose core gets its wasm from the bundler. */

import "../index.edge-light.js";

export * from "./index.js";
