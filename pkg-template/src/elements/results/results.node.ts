/** As `results.js`, with the wasm as the client has it on a server. */

import "../on-server.js";

export * from "./results.js";
