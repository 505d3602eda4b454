/** The entry point with the wasm inside the JavaScript; see ../inline.ts. */

// Sets how the core's wasm is loaded, too: it parses calls.
import "../inline.js";
import { bytesOf } from "../base64.js";
import { base64 } from "../generated/reading-base64.js";
import { useLoader } from "./instance.js";

useLoader(async (source) => (source === undefined ? bytesOf(base64) : fetch(source)));

export * from "./index.js";
