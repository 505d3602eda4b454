/** The same for the edge runtime of Next and Vercel, which may not compile: `?module` gives the module. */

import module from "./core.wasm?module";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
