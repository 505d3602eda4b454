/** The entry point for Node and server bundles; see ../index.node.ts. */

// Sets how the core's wasm is loaded, too: it parses calls.
import "../index.node.js";
import { bytesOf } from "../base64.js";
import { load } from "../node-files.js";
import { useLoader } from "./instance.js";

useLoader(async (source) =>
  source === undefined
    ? bytesOf((await import("../generated/reading-base64.js")).base64)
    : load(source),
);

export * from "./index.js";
