/** The entry point for the edge runtime of Next and Vercel, where only the bundler may compile wasm (`?module`). */

import module from "./core.wasm?module";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
