import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Draws its host again at an interval, while it shows a time that runs. */
export class Ticking implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #intervalMs: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running = 0;

  /** `intervalMs` returns the interval, or 0 for none. */
  constructor(host: ReactiveControllerHost, intervalMs: () => number) {
    this.#host = host;
    this.#intervalMs = intervalMs;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#run(this.#intervalMs());
  }

  hostDisconnected(): void {
    this.#run(0);
  }

  #run(intervalMs: number): void {
    if (intervalMs === this.#running) return;
    clearInterval(this.#timer);
    this.#running = intervalMs;
    if (intervalMs) this.#timer = setInterval(() => this.#host.requestUpdate(), intervalMs);
  }
}
