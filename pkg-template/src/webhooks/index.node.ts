/** The entry point for Node and server bundles, whose core has its wasm in a module. */

import "../index.node.js";

export * from "./index.js";
