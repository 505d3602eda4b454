/** The entry point for Workers, where only the bundler may compile wasm. */

import module from "./core.wasm";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
