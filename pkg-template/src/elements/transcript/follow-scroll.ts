import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Keeps the end of growing content in view while the reader is at the end. It scrolls only this
 * box, and never away from what a person is reading.
 */
export class EndFollower implements ReactiveController {
  /** Whether the end is followed. */
  isFollowing = true;
  isOn = false;
  #top = 0;
  readonly #box: HTMLElement;
  readonly #content: HTMLElement;
  /** Simulated pages lack it: they have no layout. */
  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.grown());

  constructor(host: ReactiveControllerHost, box: HTMLElement, content: HTMLElement) {
    this.#box = box;
    this.#content = content;
    host.addController(this);
    box.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = box;
      const was = this.isFollowing;
      if (scrollHeight - scrollTop - clientHeight < 40) this.isFollowing = true;
      else if (scrollTop < this.#top - 1) this.isFollowing = false;
      this.#top = scrollTop;
      if (was !== this.isFollowing) host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.#observer?.observe(this.#content);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Scrolls to the end if the reader is there. */
  grown(): void {
    if (this.isOn && this.isFollowing) this.#box.scrollTop = this.#top = this.#box.scrollHeight;
  }
}
