/**
 * A wasm and its instance: started on first use, replaced when it has died.
 *
 * A trap (a bug, a stack that is used up) leaves an instance in no state to go on. It rejects
 * whatever is in flight, and the next call has a fresh one.
 */
import { NinjaHireError, WebAssemblyUnavailableError, toError } from "./errors.js";
/** One of the package's wasm files. */
export class Wasm {
    /** Runtimes that load files in their own way put their own here. */
    load;
    #options;
    #inFlight = new Set();
    #compiled;
    #instance;
    #starting;
    constructor(options) {
        this.#options = options;
        this.load = options.load;
    }
    /** The running instance's exports, if there is one. */
    get running() {
        return this.#instance?.exports;
    }
    /** Starts it; a start that failed can be tried again. */
    start(source) {
        if (this.#instance)
            return Promise.resolve(this.#instance);
        this.#starting ??= this.#compile(source)
            .then((module) => {
            this.#compiled = module;
            return (this.#instance ??= this.#instantiate(module));
        })
            .finally(() => (this.#starting = undefined));
        return this.#starting;
    }
    async #compile(source) {
        if (this.#compiled)
            return this.#compiled;
        if (typeof WebAssembly === "undefined") {
            throw new WebAssemblyUnavailableError({
                code: "webassembly_unavailable",
                message: "There is no WebAssembly in this browser: iOS Lockdown Mode and hardened browsers switch it off.",
            });
        }
        try {
            const isUrl = source === undefined || typeof source === "string" || source instanceof URL;
            const wasm = isUrl ? await this.load(source) : source;
            if (isModule(wasm))
                return wasm;
            if (!isResponse(wasm)) {
                return await WebAssembly.compile(wasm);
            }
            if (!wasm.ok)
                throw new Error(`${wasm.url} was answered with ${wasm.status}`);
            // Streaming insists on the MIME type, which not every server knows.
            return wasm.headers.get("content-type") === "application/wasm"
                ? await WebAssembly.compileStreaming(wasm)
                : await WebAssembly.compile(await wasm.arrayBuffer());
        }
        catch (cause) {
            const isForbidden = cause instanceof WebAssembly.CompileError &&
                /disallow|Content Security/i.test(cause.message);
            const why = cause instanceof Error ? cause.message : String(cause);
            if (isForbidden) {
                throw new WebAssemblyUnavailableError({
                    code: "webassembly_unavailable",
                    message: `This page's Content-Security-Policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'. (${why})`,
                    cause,
                });
            }
            throw new NinjaHireError({
                code: "start_failed",
                message: `The wasm of ninjahire-calls could not be loaded (${why}). Serve ${this.#options.file} beside its JavaScript, or pass its URL to ${this.#options.init}(). The next call tries again.`,
                cause,
            });
        }
    }
    #instantiate(module) {
        const made = { isDead: false };
        const die = (thrown) => {
            if (made.isDead)
                return;
            made.isDead = true;
            if (this.#instance === made)
                this.#instance = undefined;
            this.#options.onDeath?.();
            const error = crash(thrown);
            for (const reject of this.#inFlight)
                reject(error);
            this.#inFlight.clear();
        };
        // The glue asks this for its instance, so that every way into the wasm, callbacks of the
        // platform included, goes through `guard`.
        class GuardedInstance {
            exports;
            constructor(module, imports) {
                this.exports = guard(new WebAssembly.Instance(module, imports).exports, made, die);
            }
        }
        made.exports = this.#options.create({ Module: WebAssembly.Module, Instance: GuardedInstance });
        made.exports.initSync({ module });
        return made;
    }
    /** Runs something asynchronous in the instance, which it starts if need be. */
    async run(use) {
        const { exports } = await this.start();
        return new Promise((resolve, reject) => {
            this.#inFlight.add(reject);
            const settle = () => this.#inFlight.delete(reject);
            try {
                use(exports).then((value) => (settle(), resolve(value)), (thrown) => (settle(), reject(toError(thrown))));
            }
            catch (thrown) {
                settle();
                // Where the instance died, the promise is rejected already.
                reject(toError(thrown));
            }
        });
    }
    /** Runs something synchronous in the instance, which must have been started. */
    runSync(name, use) {
        if (!this.#instance && this.#compiled)
            this.#instance = this.#instantiate(this.#compiled);
        if (!this.#instance) {
            throw new NinjaHireError({
                code: "not_started",
                message: `${name} is synchronous and needs the wasm to be there: \`await init()\` first, or call it after any method of a client.`,
            });
        }
        const used = this.#instance;
        let died;
        const notice = (error) => (died = error);
        this.#inFlight.add(notice);
        try {
            const value = use(used.exports);
            if (!used.isDead)
                return value;
        }
        catch (thrown) {
            if (!used.isDead)
                throw toError(thrown);
        }
        finally {
            this.#inFlight.delete(notice);
        }
        throw died;
    }
}
// TypeScript takes everything for a module, which has no properties; so these say what is what.
function isModule(wasm) {
    return wasm instanceof WebAssembly.Module;
}
function isResponse(wasm) {
    return typeof Response === "function" && wasm instanceof Response;
}
/** What a dead instance answers: nothing, in whatever form it is asked for. */
const nothing = Object.freeze([0, 0, 0, 0]);
function guard(exports, made, die) {
    const guarded = {};
    for (const [name, value] of Object.entries(exports)) {
        guarded[name] =
            typeof value !== "function"
                ? value
                : (...args) => {
                    if (made.isDead)
                        return nothing;
                    try {
                        return value(...args);
                    }
                    catch (thrown) {
                        // Nothing is thrown out of the wasm itself but by a trap. It must not reach the
                        // event loop either, which would end a Node process.
                        die(thrown);
                        return nothing;
                    }
                };
    }
    return guarded;
}
function crash(cause) {
    return new NinjaHireError({
        code: "crashed",
        message: "ninjahire-calls crashed and starts afresh with the next call. This is a bug worth reporting.",
        cause,
    });
}
/** Whether an error says that the instance died under it. */
export function isCrash(error) {
    return error instanceof NinjaHireError && error.code === "crashed";
}
