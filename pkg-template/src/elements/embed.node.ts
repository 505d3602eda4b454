/** As `embed.js`, with the wasm as the client has it on a server. */

export * from "../index.node.js";
export * from "./index.node.js";
