import type { ReactiveControllerHost } from "lit";
import { reading } from "../shared/reading.js";
import { maskCall } from "./mask.js";
import type { Shown } from "./shown.js";

/** Masks the contact details of one call at a time. */
export class MaskController {
  /** The last call that was masked completely, and how many details are masked in it. */
  masked: { shown: Shown; count: number } | null = null;
  readonly #host: ReactiveControllerHost;
  /** The original of {@link masked}, and the call that is being masked. */
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
   * Masks the contact details of this call. Returns how many were masked, or `undefined` if that is
   * done or in progress already, or if another call replaced it. Throws if the helpers cannot be
   * loaded.
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
