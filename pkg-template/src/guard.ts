/**
 * Notices when a wasm instance dies.
 *
 * After a panic or a trap an instance cannot go on. Its error must reject the promises in flight. It
 * must not reach the event loop, where it would end a Node process: timers, promises and event
 * listeners call into the wasm too. So wasm-bindgen's glue gets the `WebAssembly` of this module, which
 * wraps the exports of every instance.
 */

/** The life of one instance. */
export interface Life {
  isDead: boolean;
  /** Called once, with what the instance threw. */
  onDeath: (thrown: unknown) => void;
}

let next: Life | undefined;

/** Lets the glue make an instance, with the given life. */
export function withLife(life: Life, make: () => unknown): void {
  next = life;
  make();
  next = undefined;
}

/** What a dead instance answers: nothing, in whatever form the glue asks for it. */
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
  /** For `instanceof` alone: modules are compiled before the glue gets them. */
  Module: { [Symbol.hasInstance]: isModule },
  Instance: GuardedInstance,
};

/**
 * By its tag: the module that Next's edge runtime gives is of another realm. TypeScript takes
 * everything for a module, which has no properties; hence the odd type.
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
      // The wasm itself throws only where it panics or traps: errors are returned to the glue.
      if (!life.isDead) {
        life.isDead = true;
        life.onDeath(thrown);
      }
      return nothing;
    }
  };
}

/** A Rust closure, as the glue hands it to the platform. */
type Closure = AnyFunction & { _wbg_cb_unref?: () => void };

/**
 * The glue refuses to call a closure of an earlier instance by throwing, and whoever calls it is the
 * event loop. Such a closure does nothing instead.
 */
function guardClosures(imports: WebAssembly.Imports, life: Life): WebAssembly.Imports {
  const guarded: WebAssembly.Imports = {};
  for (const [module, functions] of Object.entries(imports)) {
    const copy: Record<string, WebAssembly.ImportValue> = { ...functions };
    for (const [name, make] of Object.entries(copy)) {
      // Closures are made by conversions; all other imports stay as quick as they are.
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
