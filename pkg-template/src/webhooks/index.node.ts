/** The same for Node, whose core reads its wasm from disk. */

import "../index.node.js";

export * from "./index.js";
