/**
 * The wasm instance: started on first use, replaced when it has died.
 *
 * A trap (a bug, a stack that is used up) leaves an instance in no state to go on. It rejects
 * whatever is in flight, and the next call has a fresh one.
 */

import type { Core } from "./core.js";
import { NinjaHireError, WebAssemblyUnavailableError, toError } from "./errors.js";
import { createCore } from "./generated/core.js";

/** Where the wasm can come from: its URL, its bytes, an answer that holds them, or the compiled module. */
export type InitSource = string | URL | BufferSource | Response | WebAssembly.Module;

/** Gets the wasm; from beside this module unless told otherwise. */
export type Loader = (url?: string | URL) => Promise<BufferSource | Response | WebAssembly.Module>;

interface Instance {
  core: Core;
  isDead: boolean;
}

/** Where dials are remembered and locks are held: outside of the instance, which may die. */
export const dialMemory = new Map<string, unknown>();

const lockPrefix = "ninjahire-calls:lock:";
const inFlight = new Set<(error: unknown) => void>();
let loader: Loader = (url) => fetch(url ?? new URL("./core.wasm", import.meta.url));
let compiled: WebAssembly.Module | undefined;
let instance: Instance | undefined;
let starting: Promise<Instance> | undefined;

/** For runtimes that load files in their own way. */
export function useLoader(own: Loader): void {
  loader = own;
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
export async function init(source?: InitSource): Promise<void> {
  await start(source);
}

function start(source?: InitSource): Promise<Instance> {
  if (instance) return Promise.resolve(instance);
  starting ??= compile(source)
    .then((module) => {
      compiled = module;
      return (instance ??= instantiate(module));
    })
    .finally(() => (starting = undefined));
  return starting;
}

async function compile(source?: InitSource): Promise<WebAssembly.Module> {
  if (compiled) return compiled;
  if (typeof WebAssembly === "undefined") {
    throw new WebAssemblyUnavailableError({
      code: "webassembly_unavailable",
      message:
        "There is no WebAssembly in this browser (iOS Lockdown Mode and hardened browsers switch it off), and ninjahire-calls needs it.",
    });
  }
  try {
    const isUrl = source === undefined || typeof source === "string" || source instanceof URL;
    const wasm = isUrl ? await loader(source) : source;
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
      cause instanceof WebAssembly.CompileError && /disallow|Content Security/i.test(cause.message);
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
      message: `The wasm of ninjahire-calls could not be loaded (${why}). Serve core.wasm beside its JavaScript, or pass its URL to init(). The next call tries again.`,
      cause,
    });
  }
}

// TypeScript takes everything for a module, which has no properties; so these say what is what.
function isModule(wasm: object): wasm is WebAssembly.Module & { __module: never } {
  return wasm instanceof WebAssembly.Module;
}

function isResponse(wasm: object): wasm is Response {
  return typeof Response === "function" && wasm instanceof Response;
}

function instantiate(module: WebAssembly.Module): Instance {
  const made = { isDead: false } as Instance;
  const die = (thrown: unknown) => {
    if (made.isDead) return;
    made.isDead = true;
    if (instance === made) instance = undefined;
    for (const [name, release] of dialMemory) {
      if (!name.startsWith(lockPrefix)) continue;
      dialMemory.delete(name);
      if (typeof release === "function") release();
    }
    const error = crash(thrown);
    for (const reject of inFlight) reject(error);
    inFlight.clear();
  };
  // The glue asks this for its instance, so that every way into the wasm, callbacks of the
  // platform included, goes through `guard`.
  class GuardedInstance {
    readonly exports: WebAssembly.Exports;
    constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
      this.exports = guard(new WebAssembly.Instance(module, imports).exports, made, die);
    }
  }
  made.core = createCore({ Module: WebAssembly.Module, Instance: GuardedInstance });
  made.core.initSync({ module });
  return made;
}

/** What a dead instance answers: nothing, in whatever form it is asked for. */
const nothing = Object.freeze([0, 0, 0, 0]);

function guard(
  exports: WebAssembly.Exports,
  made: Instance,
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
      "ninjahire-calls crashed inside its WebAssembly and starts afresh with the next call. This is a bug worth reporting.",
    cause,
  });
}

/** Whether an error says that the instance died under it. */
export function isCrash(error: unknown): boolean {
  return error instanceof NinjaHireError && error.code === "crashed";
}

/** Runs something asynchronous in the instance, which it starts if need be. */
export async function run<T>(use: (core: Core) => Promise<unknown>): Promise<T> {
  const { core } = await start();
  return new Promise<T>((resolve, reject) => {
    inFlight.add(reject);
    const settle = () => inFlight.delete(reject);
    try {
      use(core).then(
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
export function runSync<T>(name: string, use: (core: Core) => unknown): T {
  if (!instance && compiled) instance = instantiate(compiled);
  if (!instance) {
    throw new NinjaHireError({
      code: "not_started",
      message: `${name} is synchronous and needs the wasm to be there: \`await init()\` first, or call it after any method of a client.`,
    });
  }
  const used = instance;
  let died: unknown;
  const notice = (error: unknown) => (died = error);
  inFlight.add(notice);
  try {
    const value = use(used.core);
    if (!used.isDead) return value as T;
  } catch (thrown) {
    if (!used.isDead) throw toError(thrown);
  } finally {
    inFlight.delete(notice);
  }
  throw died;
}

/** The running core, if there is one. */
export function running(): Core | undefined {
  return instance?.core;
}
