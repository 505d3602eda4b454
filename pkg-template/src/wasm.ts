/**
 * A wasm and its instance: started on first use, replaced when it has died.
 *
 * A trap (a bug, a stack that is used up) leaves an instance in no state to go on. It rejects
 * whatever is in flight, and the next call has a fresh one.
 */

import { NinjaHireError, WebAssemblyUnavailableError, toError } from "./errors.js";

/** Where the wasm can come from: its URL, its bytes, an answer that holds them, or the compiled module. */
export type InitSource = string | URL | BufferSource | Response | WebAssembly.Module;

/** Gets the wasm; from beside the package's modules unless told otherwise. */
export type Loader = (url?: string | URL) => Promise<BufferSource | Response | WebAssembly.Module>;

/** What every wasm's glue exports. */
export interface Glue {
  initSync(source: { module: WebAssembly.Module }): unknown;
}

interface Instance<Exports> {
  exports: Exports;
  isDead: boolean;
}

/** What is told apart of one wasm from another. */
export interface WasmOptions<Exports> {
  /** Its file, for messages. */
  file: string;
  /** The function that starts it, for messages. */
  init: string;
  /** Makes a fresh copy of its glue, on a stand-in for `WebAssembly`. */
  create: (webAssembly: object) => Exports;
  load: Loader;
  /** Lets go of what a dead instance held. */
  onDeath?: () => void;
}

/** One of the package's wasm files. */
export class Wasm<Exports extends Glue> {
  /** Runtimes that load files in their own way put their own here. */
  load: Loader;
  readonly #options: WasmOptions<Exports>;
  readonly #inFlight = new Set<(error: unknown) => void>();
  #compiled: WebAssembly.Module | undefined;
  #instance: Instance<Exports> | undefined;
  #starting: Promise<Instance<Exports>> | undefined;

  constructor(options: WasmOptions<Exports>) {
    this.#options = options;
    this.load = options.load;
  }

  /** The running instance's exports, if there is one. */
  get running(): Exports | undefined {
    return this.#instance?.exports;
  }

  /** Starts it; a start that failed can be tried again. */
  start(source?: InitSource): Promise<Instance<Exports>> {
    if (this.#instance) return Promise.resolve(this.#instance);
    this.#starting ??= this.#compile(source)
      .then((module) => {
        this.#compiled = module;
        return (this.#instance ??= this.#instantiate(module));
      })
      .finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #compile(source?: InitSource): Promise<WebAssembly.Module> {
    if (this.#compiled) return this.#compiled;
    if (typeof WebAssembly === "undefined") {
      throw new WebAssemblyUnavailableError({
        code: "webassembly_unavailable",
        message:
          "There is no WebAssembly in this browser: iOS Lockdown Mode and hardened browsers switch it off.",
      });
    }
    try {
      const isUrl = source === undefined || typeof source === "string" || source instanceof URL;
      const wasm = isUrl ? await this.load(source) : source;
      if (isModule(wasm)) return wasm;
      if (!isResponse(wasm)) {
        return await WebAssembly.compile(wasm as BufferSource);
      }
      if (!wasm.ok) throw new Error(`${wasm.url} was answered with ${wasm.status}`);
      // Streaming insists on the MIME type, which not every server knows.
      return wasm.headers.get("content-type") === "application/wasm"
        ? await WebAssembly.compileStreaming(wasm)
        : await WebAssembly.compile(await wasm.arrayBuffer());
    } catch (cause) {
      const isForbidden =
        cause instanceof WebAssembly.CompileError &&
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

  #instantiate(module: WebAssembly.Module): Instance<Exports> {
    const made = { isDead: false } as Instance<Exports>;
    const die = (thrown: unknown) => {
      if (made.isDead) return;
      made.isDead = true;
      if (this.#instance === made) this.#instance = undefined;
      this.#options.onDeath?.();
      const error = crash(thrown);
      for (const reject of this.#inFlight) reject(error);
      this.#inFlight.clear();
    };
    // The glue asks this for its instance, so that every way into the wasm, callbacks of the
    // platform included, goes through `guard`.
    class GuardedInstance {
      readonly exports: WebAssembly.Exports;
      constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
        this.exports = guard(new WebAssembly.Instance(module, imports).exports, made, die);
      }
    }
    made.exports = this.#options.create({ Module: WebAssembly.Module, Instance: GuardedInstance });
    made.exports.initSync({ module });
    return made;
  }

  /** Runs something asynchronous in the instance, which it starts if need be. */
  async run<T>(use: (exports: Exports) => Promise<unknown>): Promise<T> {
    const { exports } = await this.start();
    return new Promise<T>((resolve, reject) => {
      this.#inFlight.add(reject);
      const settle = () => this.#inFlight.delete(reject);
      try {
        use(exports).then(
          (value) => (settle(), resolve(value as T)),
          (thrown) => (settle(), reject(toError(thrown))),
        );
      } catch (thrown) {
        settle();
        // Where the instance died, the promise is rejected already.
        reject(toError(thrown));
      }
    });
  }

  /** Runs something synchronous in the instance, which must have been started. */
  runSync<T>(name: string, use: (exports: Exports) => unknown): T {
    if (!this.#instance && this.#compiled) this.#instance = this.#instantiate(this.#compiled);
    if (!this.#instance) {
      throw new NinjaHireError({
        code: "not_started",
        message: `${name} is synchronous and needs the wasm to be there: \`await init()\` first, or call it after any method of a client.`,
      });
    }
    const used = this.#instance;
    let died: unknown;
    const notice = (error: unknown) => (died = error);
    this.#inFlight.add(notice);
    try {
      const value = use(used.exports);
      if (!used.isDead) return value as T;
    } catch (thrown) {
      if (!used.isDead) throw toError(thrown);
    } finally {
      this.#inFlight.delete(notice);
    }
    throw died;
  }
}

// TypeScript takes everything for a module, which has no properties; so these say what is what.
function isModule(wasm: object): wasm is WebAssembly.Module & { __module: never } {
  return wasm instanceof WebAssembly.Module;
}

function isResponse(wasm: object): wasm is Response {
  return typeof Response === "function" && wasm instanceof Response;
}

/** What a dead instance answers: nothing, in whatever form it is asked for. */
const nothing = Object.freeze([0, 0, 0, 0]);

function guard(
  exports: WebAssembly.Exports,
  made: { readonly isDead: boolean },
  die: (thrown: unknown) => void,
): WebAssembly.Exports {
  const guarded: WebAssembly.Exports = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] =
      typeof value !== "function"
        ? value
        : (...args: unknown[]) => {
            if (made.isDead) return nothing;
            try {
              return (value as (...args: unknown[]) => unknown)(...args);
            } catch (thrown) {
              // Nothing is thrown out of the wasm itself but by a trap. It must not reach the
              // event loop either, which would end a Node process.
              die(thrown);
              return nothing;
            }
          };
  }
  return guarded;
}

function crash(cause: unknown): NinjaHireError {
  return new NinjaHireError({
    code: "crashed",
    message:
      "ninjahire-calls crashed and starts afresh with the next call. This is a bug worth reporting.",
    cause,
  });
}

/** Whether an error says that the instance died under it. */
export function isCrash(error: unknown): boolean {
  return error instanceof NinjaHireError && error.code === "crashed";
}
