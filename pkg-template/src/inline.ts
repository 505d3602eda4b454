/**
 * The same with the wasm inside the JavaScript, for places that serve no further files. Whoever
 * imports it switches the whole package over, the elements included.
 */

import { bytesOf } from "./base64.js";
import { base64 } from "./generated/core-base64.js";
import { useLoader } from "./instance.js";

useLoader(async (source) => (source === undefined ? bytesOf(base64) : fetch(source)));

export * from "./index.js";
