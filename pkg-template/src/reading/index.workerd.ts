/** The entry point for Workers; see ../index.workerd.ts. */

// Sets how the core's wasm is loaded, too: it parses calls.
import "../index.workerd.js";
import module from "../reading.wasm";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
