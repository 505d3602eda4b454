import type { Turn } from "../index.js";
import { make } from "./dom.js";

/** Reads new turns out to screen readers, each of them once: one that has grown is not read again. */
export class TurnAnnouncer {
  readonly element = make("div", "quiet");
  #next = 0;

  constructor() {
    this.element.setAttribute("aria-live", "polite");
    this.element.setAttribute("aria-relevant", "additions");
  }

  /** Takes these turns for known. */
  skip(turns: readonly Turn[]): void {
    this.#next = turns.length;
    this.element.replaceChildren();
  }

  announce(turns: readonly Turn[], speaker: (turn: Turn) => string): void {
    for (; this.#next < turns.length; this.#next++) {
      const turn = turns[this.#next]!;
      if (turn.text.trim()) {
        const line = document.createElement("p");
        line.textContent = `${speaker(turn)}: ${turn.text.slice(0, 600)}`;
        this.element.append(line);
      } else if (this.#next === turns.length - 1) {
        // Not before there is a word of it.
        return;
      }
    }
    while (this.element.childElementCount > 4) this.element.firstElementChild!.remove();
  }
}
