import type { ReactiveControllerHost } from "lit";
import { reading } from "../shared/reading.js";
import { maskCall } from "./mask.js";
import type { Shown } from "./shown.js";

/** Hides the contact details of a call, one call after the other. */
export class MaskController {
  /** What may be seen of the last call that is done, and how many places are hidden in it. */
  masked: { shown: Shown; count: number } | null = null;
  readonly #host: ReactiveControllerHost;
  /** The call that {@link masked} is of, and the one that is being worked on. */
  #done: Shown | undefined;
  #current: Shown | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  forget(): void {
    this.masked = null;
    this.#done = this.#current = undefined;
  }

  /**
   * Hides the contact details of this call. Gives how many were hidden, or nothing where that is done or
   * under way already, or another call has come meanwhile. Throws where the helpers cannot be loaded.
   */
  async mask(shown: Shown): Promise<number | undefined> {
    if (shown === this.#done || shown === this.#current) return undefined;
    this.#current = shown;
    try {
      const masked = await maskCall(await reading(), shown);
      if (shown !== this.#current) return undefined;
      this.#done = shown;
      this.masked = masked;
      this.#host.requestUpdate();
      return masked.count;
    } finally {
      if (shown === this.#current) this.#current = undefined;
    }
  }
}
