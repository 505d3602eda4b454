/** The base of all stores. */

import type { AbortSignal } from "../platform.js";

/** A store as frameworks take it, such as React's `useSyncExternalStore`. */
export interface Store<Snapshot> {
  /**
   * Calls `listener` after each change, and returns a function that unsubscribes. The first
   * subscriber starts the work, and the work ends when the last one unsubscribes.
   */
  subscribe(listener: () => void): () => void;
  /** The state: the same object until something changes. */
  getSnapshot(): Snapshot;
}

/** Keeps a snapshot, and runs work while there are subscribers. */
export class StoreCore<Snapshot extends object> implements Store<Snapshot> {
  #snapshot: Snapshot;
  #listeners = new Set<() => void>();
  #controller: AbortController | undefined;
  readonly #work: (signal: AbortSignal) => Promise<void>;

  /** `work` is called at each start. It must not reject, and must not change the snapshot after it is aborted. */
  constructor(initial: Snapshot, work: (signal: AbortSignal) => Promise<void>) {
    this.#snapshot = initial;
    this.#work = work;
  }

  // Bound, because frameworks call them without the object.
  readonly getSnapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    // Wrapped, because one function may subscribe twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    if (this.#listeners.size === 1) this.#startSoon();
    return () => {
      if (this.#listeners.delete(entry) && !this.#listeners.size) this.#stop();
    };
  };

  /** Merges a change into the snapshot, and calls the listeners. */
  set(change: Partial<Snapshot>): void {
    this.replace({ ...this.#snapshot, ...change });
  }

  /** Replaces the snapshot, and calls the listeners. */
  replace(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Aborts the work, and starts it again where there are subscribers. */
  restart(): void {
    this.#stop();
    if (this.#listeners.size) this.#startSoon();
  }

  #startSoon(): void {
    const controller = new AbortController();
    this.#controller = controller;
    // React's StrictMode subscribes, unsubscribes and subscribes again at once. That must start the work once.
    queueMicrotask(() => {
      if (!controller.signal.aborted) void this.#work(controller.signal);
    });
  }

  #stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }
}

/** A key that is equal for equal options: frameworks make a new object at each render. */
export function keyOf(options: object | null | undefined): string {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.map(([name, value]) => [name, typeof value, String(value)]).sort());
}
