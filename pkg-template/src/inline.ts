/**
 * The entry point with the wasm inside the JavaScript, for places that can serve no other files.
 * Importing it once changes the whole package, including the elements.
 */

import { bytesOf } from "./base64.js";
import { base64 } from "./generated/core-base64.js";
import { useLoader } from "./instance.js";

useLoader(async (source) => (source === undefined ? bytesOf(base64) : fetch(source)));

export * from "./index.js";
