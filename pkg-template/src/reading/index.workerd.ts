/** The same for Workers, which may not compile and get the module from the bundler. */

// The core parses calls; this says where its wasm is.
import "../index.workerd.js";
import module from "../reading.wasm";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
