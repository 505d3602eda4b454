/** The entry point for the edge runtime of Next and Vercel; see ../index.edge-light.ts. */

import module from "../reading.wasm?module";
import { useLoader } from "./instance.js";

useLoader((url) => (url === undefined ? Promise.resolve(module) : fetch(url)));

export * from "./index.js";
