/**
 * Runs one of the package's wasm files. It starts on first use. When the instance crashes, every
 * promise in flight rejects, and the next call starts a new instance.
 */

import { NinjaHireError, WebAssemblyUnavailableError, toError } from "./errors.js";
import { type Life, isModule, withLife } from "./guard.js";
import type * as platform from "./platform.js";

/** A source of the wasm: its URL, its bytes, a response with them, or the compiled module. */
export type InitSource =
  string | platform.URL | platform.Bytes | platform.Response | platform.Module;

/** Loads the wasm from a URL, or without one from beside the package's modules. @internal */
export type Loader = (url?: string | URL) => Promise<BufferSource | Response | WebAssembly.Module>;

/** The exports that the glue of each wasm has. @internal */
export interface Glue {
  initSync(source: { module: WebAssembly.Module }): unknown;
  /** Replaces the instance by a new one. */
  __wbg_reset_state(): void;
}

/** @internal */
export interface WasmOptions<Exports> {
  /** The name of its file, for messages. */
  file: string;
  /** The name of the function that starts it, for messages. */
  init: string;
  glue: Exports;
  load: Loader;
  /** Releases the locks of a crashed instance. */
  onDeath?: () => void;
}

/** @internal */
export class Wasm<Exports extends Glue> {
  /** Loads the wasm. Some entry points replace it. */
  load: Loader;
  /** How often the instance was replaced. Do not use objects of an earlier instance. */
  generation = 0;
  readonly #options: WasmOptions<Exports>;
  readonly #inFlight = new Set<(error: unknown) => void>();
  #life: Life | undefined;
  #starting: Promise<void> | undefined;
  /** Whether {@link start} was called with a source. */
  #hasSource = false;

  constructor(options: WasmOptions<Exports>) {
    this.#options = options;
    this.load = options.load;
  }

  /** The exports; `undefined` before the start. Replaces an instance that has crashed. */
  get running(): Exports | undefined {
    if (!this.#life) return undefined;
    if (this.#life.isDead) {
      this.generation += 1;
      this.#makeInstance(() => this.#options.glue.__wbg_reset_state());
    }
    return this.#options.glue;
  }

  /**
   * Starts the wasm. After a failed start, the next call tries again. A start with a source does
   * not wait for one without, which may not find the wasm; the one that finishes first is used.
   */
  start(source?: InitSource): Promise<void> {
    if (this.#life) return Promise.resolve();
    const hasSource = source !== undefined;
    if (this.#starting && (this.#hasSource || !hasSource)) return this.#starting;
    const starting = this.#compile(source)
      .then((module) => {
        if (!this.#life) this.#makeInstance(() => this.#options.glue.initSync({ module }));
      })
      .catch((error: unknown) => {
        if (!this.#life) throw error;
      })
      .finally(() => {
        if (this.#starting === starting) this.#starting = undefined;
      });
    this.#hasSource = hasSource;
    return (this.#starting = starting);
  }

  #makeInstance(make: () => unknown): void {
    const life: Life = {
      isDead: false,
      onDeath: (thrown) => {
        this.#options.onDeath?.();
        const error = crashOf(thrown);
        for (const reject of this.#inFlight) reject(error);
        this.#inFlight.clear();
      },
    };
    withLife(life, make);
    this.#life = life;
  }

  async #compile(source?: InitSource): Promise<WebAssembly.Module> {
    if (typeof WebAssembly === "undefined") {
      throw new WebAssemblyUnavailableError({
        code: "webassembly_unavailable",
        message:
          "There is no WebAssembly here: iOS Lockdown Mode and hardened browsers switch it off, and React Native has none.",
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
      // Streaming requires the MIME type, which not every server sends.
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
        message: `The wasm of ninjahire-calls could not be loaded (${why}). ${this.#remedy()} The next call tries again.`,
        cause,
      });
    }
  }

  /** Advice for a wasm that could not be loaded. */
  #remedy(): string {
    const { file, init } = this.#options;
    return globalThis.location?.protocol === "file:"
      ? "A page that was opened from file:// may not load it: serve the page over HTTP, or import the package's inline entries."
      : `Serve ${file} beside its JavaScript, or pass its URL to ${init}().`;
  }

  /** Runs an asynchronous function, and starts the wasm first where necessary. */
  async run<T>(use: (exports: Exports) => Promise<T>): Promise<T> {
    await this.start();
    const exports = this.running!;
    return new Promise<T>((resolve, reject) => {
      this.#inFlight.add(reject);
      const settle = () => this.#inFlight.delete(reject);
      try {
        use(exports).then(
          (value) => (settle(), resolve(value)),
          (thrown) => (settle(), reject(toError(thrown))),
        );
      } catch (thrown) {
        settle();
        // Where the instance has crashed, the promise is already rejected.
        reject(toError(thrown));
      }
    });
  }

  /** Runs a synchronous function. An error where the wasm has not started. */
  runSync<T>(name: string, use: (exports: Exports) => T): T {
    const exports = this.running;
    if (!exports) {
      throw new NinjaHireError({
        code: "not_started",
        message: `${name} is synchronous and needs the wasm to be there: \`await init()\` first, or call it after any method of a client.`,
      });
    }
    const life = this.#life!;
    let crashError: unknown;
    const noteCrash = (error: unknown) => (crashError = error);
    this.#inFlight.add(noteCrash);
    try {
      const value = use(exports);
      if (!life.isDead) return value;
    } catch (thrown) {
      if (!life.isDead) throw toError(thrown);
    } finally {
      this.#inFlight.delete(noteCrash);
    }
    throw crashError;
  }
}

function isResponse(wasm: object): wasm is Response {
  return typeof Response === "function" && wasm instanceof Response;
}

function crashOf(cause: unknown): NinjaHireError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new NinjaHireError({
    code: "crashed",
    message: `ninjahire-calls crashed and starts afresh with the next call. This is a bug worth reporting: ${why}`,
    cause,
  });
}

/** Whether an error means that the instance has crashed. */
export function isCrash(error: unknown): boolean {
  return error instanceof NinjaHireError && error.code === "crashed";
}
