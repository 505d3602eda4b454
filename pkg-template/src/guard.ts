/**
 * Detects when a wasm instance crashes.
 *
 * After a panic or a trap an instance cannot be used. The error must reject the promises in flight,
 * and must not reach the event loop, where it would end a Node process: timers, promises and event
 * listeners call the wasm too. So wasm-bindgen's glue gets the `WebAssembly` of this module, which
 * wraps the exports of every instance.
 */

/** The state of one instance. */
export interface Life {
  isDead: boolean;
  /** Called once, with the exception of the crash. */
  onDeath: (thrown: unknown) => void;
}

let next: Life | undefined;

/** Calls `make`, which must make one instance, and gives that instance the state `life`. */
export function withLife(life: Life, make: () => unknown): void {
  next = life;
  make();
  next = undefined;
}

/** The result of every call to a crashed instance: zeros, for all forms in which the glue reads results. */
const nothing = Object.freeze([0, 0, 0, 0]);

class GuardedInstance {
  readonly exports: WebAssembly.Exports;

  constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
    const life = next!;
    const instance = new globalThis.WebAssembly.Instance(module, guardClosures(imports, life));
    this.exports = guardExports(instance.exports, life);
  }
}

export const guardedWebAssembly = {
  /** The glue needs it only for `instanceof`: it gets compiled modules. */
  Module: { [Symbol.hasInstance]: isModule },
  Instance: GuardedInstance,
};

/**
 * Checks the tag, because in Next's edge runtime the module is of another realm. The odd return
 * type is for TypeScript, which would take any object for a module, because a module has no
 * properties.
 */
export function isModule(wasm: object): wasm is WebAssembly.Module & { __module: never } {
  return Object.prototype.toString.call(wasm) === "[object WebAssembly.Module]";
}

type AnyFunction = (...args: unknown[]) => unknown;

function guardExports(exports: WebAssembly.Exports, life: Life): WebAssembly.Exports {
  const guarded: WebAssembly.Exports = {};
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === "function" ? guardExport(value as AnyFunction, life) : value;
  }
  return guarded;
}

function guardExport(call: AnyFunction, life: Life): AnyFunction {
  return (...args) => {
    if (life.isDead) return nothing;
    try {
      return call(...args);
    } catch (thrown) {
      // The wasm throws only on a panic or a trap; other errors are returned to the glue.
      if (!life.isDead) {
        life.isDead = true;
        life.onDeath(thrown);
      }
      return nothing;
    }
  };
}

/** A Rust closure, as the glue passes it to the platform. */
type Closure = AnyFunction & { _wbg_cb_unref?: () => void };

/**
 * Makes closures of a crashed instance do nothing. The glue would throw where one is called, and it
 * is the event loop that calls it.
 */
function guardClosures(imports: WebAssembly.Imports, life: Life): WebAssembly.Imports {
  const guarded: WebAssembly.Imports = {};
  for (const [module, functions] of Object.entries(imports)) {
    const copy: Record<string, WebAssembly.ImportValue> = { ...functions };
    for (const [name, make] of Object.entries(copy)) {
      // Only these imports make closures. The others are not wrapped, so that they stay fast.
      if (!name.startsWith("__wbindgen_generic_") || typeof make !== "function") continue;
      copy[name] = (...args: unknown[]) => guardClosure((make as AnyFunction)(...args), life);
    }
    guarded[module] = copy;
  }
  return guarded;
}

function guardClosure(made: unknown, life: Life): unknown {
  if (typeof made !== "function" || !("_wbg_cb_unref" in made)) return made;
  const closure = made as Closure;
  const guarded: Closure = (...args) => (life.isDead ? undefined : closure(...args));
  guarded._wbg_cb_unref = () => {
    if (!life.isDead) closure._wbg_cb_unref!();
  };
  return guarded;
}
