/** What all stores share. */

import type { AbortSignal } from "../platform.js";

/** Something that frameworks can follow: `useSyncExternalStore` and its likes. */
export interface Store<Snapshot> {
  /**
   * Calls `listener` after each change. The first subscriber starts the work, the last one to leave
   * ends it.
   */
  subscribe(listener: () => void): () => void;
  /** The state: the same object until something changes. */
  getSnapshot(): Snapshot;
}

/** Holds a snapshot, and runs work while there are subscribers. */
export class StoreCore<Snapshot extends object> implements Store<Snapshot> {
  #snapshot: Snapshot;
  #listeners = new Set<() => void>();
  #controller: AbortController | undefined;
  readonly #work: (signal: AbortSignal) => Promise<void>;

  /** `work` is called at each start. It must not reject, and must set nothing once it is aborted. */
  constructor(initial: Snapshot, work: (signal: AbortSignal) => Promise<void>) {
    this.#snapshot = initial;
    this.#work = work;
  }

  // Bound, since frameworks take them off the object.
  readonly getSnapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    // Wrapped, since one function may subscribe twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    if (this.#listeners.size === 1) this.#startSoon();
    return () => {
      if (this.#listeners.delete(entry) && !this.#listeners.size) this.#stop();
    };
  };

  /** Merges into the snapshot, and reports that. */
  set(change: Partial<Snapshot>): void {
    this.replace({ ...this.#snapshot, ...change });
  }

  /** Puts another snapshot in its place, and reports that. */
  replace(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Ends the work that is under way, and starts it again where there are subscribers. */
  restart(): void {
    this.#stop();
    if (this.#listeners.size) this.#startSoon();
  }

  #startSoon(): void {
    const controller = new AbortController();
    this.#controller = controller;
    // StrictMode subscribes, leaves and subscribes again at once: that is one start.
    queueMicrotask(() => {
      if (!controller.signal.aborted) void this.#work(controller.signal);
    });
  }

  #stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }
}

/** Tells two sets of options apart: frameworks make a new object at each render. */
export function keyOf(options: object | null | undefined): string {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.map(([name, value]) => [name, typeof value, String(value)]).sort());
}
