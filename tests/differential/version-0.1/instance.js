/** The core's wasm. */
import { createCore } from "./generated/core.js";
import { Wasm } from "./wasm.js";
/** Where dials are remembered and locks are held: outside of the instance, which may die. */
export const dialMemory = new Map();
const lockPrefix = "ninjahire-calls:lock:";
const wasm = /* @__PURE__ */ new Wasm({
    file: "core.wasm",
    init: "init",
    create: createCore,
    load: (url) => fetch(url ?? new URL("./core.wasm", import.meta.url)),
    onDeath: releaseLocks,
});
function releaseLocks() {
    for (const [name, release] of dialMemory) {
        if (!name.startsWith(lockPrefix))
            continue;
        dialMemory.delete(name);
        if (typeof release === "function")
            release();
    }
}
/** For runtimes that load files in their own way. */
export function useLoader(own) {
    wasm.load = own;
}
/**
 * Starts the wasm, from beside this module or from `source`. Need not be called before async
 * methods, which start it themselves; makes the sync helpers usable from the start. May be called
 * any number of times; a start that failed can be tried again.
 *
 * @example
 * await init();
 * const turns = parseTranscript("BOT: Hi.\nHUMAN: Hello.");
 */
export async function init(source) {
    await wasm.start(source);
}
/** Runs something asynchronous in the core, which it starts if need be. */
export function run(use) {
    return wasm.run(use);
}
/** Runs something synchronous in the core, which must have been started. */
export function runSync(name, use) {
    return wasm.runSync(name, use);
}
/** The running core, if there is one. */
export function running() {
    return wasm.running;
}
