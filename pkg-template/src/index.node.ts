/**
 * The entry point for Node and server bundles. A bundler separates modules from other files, so the
 * wasm is inside a module, which is loaded on first use.
 */

import { bytesOf } from "./base64.js";
import { useFetchForHeaders } from "./client.js";
import { useLoader } from "./instance.js";
import { load } from "./node-files.js";
import { fetchWithinOrigin } from "./node-redirects.js";

useLoader(async (source) =>
  source === undefined
    ? bytesOf((await import("./generated/core-base64.js")).base64)
    : load(source),
);

useFetchForHeaders(fetchWithinOrigin);

export * from "./index.js";
