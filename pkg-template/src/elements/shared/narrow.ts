import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Whether the host is narrower than so many em, for content that must then not be drawn at all. A
 * style sheet could only hide it, and search and screen readers might still find it.
 */
export class NarrowController implements ReactiveController {
  isNarrow: boolean = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #widthEm: number;
  // Simulated pages (jsdom) lack it.
  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());

  constructor(host: ReactiveControllerHost & HTMLElement, widthEm: number) {
    this.#host = host;
    this.#widthEm = widthEm;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer?.observe(this.#host);
    // Measures before the first draw, so that nothing moves afterwards.
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const { clientWidth } = this.#host;
    const isNarrow =
      clientWidth < this.#widthEm * parseFloat(getComputedStyle(this.#host).fontSize);
    // A hidden element has no width.
    if (!clientWidth || isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.#host.requestUpdate();
  }
}
