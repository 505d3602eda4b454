import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Whether the host is narrower than so many em. For what is not drawn at all otherwise: style sheets
 * alone would leave it in the page, to be found and read.
 */
export class NarrowController implements ReactiveController {
  isNarrow: boolean = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #widthEm: number;
  // Simulated pages (jsdom) have none.
  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());

  constructor(host: ReactiveControllerHost & HTMLElement, widthEm: number) {
    this.#host = host;
    this.#widthEm = widthEm;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer?.observe(this.#host);
    // Before the first draw, so that nothing moves after it.
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const { clientWidth } = this.#host;
    const isNarrow =
      clientWidth < this.#widthEm * parseFloat(getComputedStyle(this.#host).fontSize);
    // What is not shown has no width.
    if (!clientWidth || isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.#host.requestUpdate();
  }
}
