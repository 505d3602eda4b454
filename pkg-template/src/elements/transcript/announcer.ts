import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";
import { make } from "../shared/dom.js";

/** Announces each new turn to screen readers once. A turn that grows is not announced again. */
export class AnnouncementController implements ReactiveController {
  readonly element = make("div", "quiet");
  readonly #speaker: (turn: Turn) => string;
  #next = 0;

  constructor(host: ReactiveControllerHost, speaker: (turn: Turn) => string) {
    this.#speaker = speaker;
    this.element.setAttribute("aria-live", "polite");
    this.element.setAttribute("aria-relevant", "additions");
    host.addController(this);
  }

  hostDisconnected(): void {
    // After a move, screen readers would read it again.
    this.element.replaceChildren();
  }

  /** Marks these turns as known, so that they are not announced. */
  skip(turns: readonly Turn[]): void {
    this.#next = turns.length;
    this.element.replaceChildren();
  }

  announce(turns: readonly Turn[]): void {
    for (; this.#next < turns.length; this.#next++) {
      const turn = turns[this.#next]!;
      if (turn.text.trim()) {
        const line = document.createElement("p");
        line.textContent = `${this.#speaker(turn)}: ${turn.text.slice(0, 600)}`;
        this.element.append(line);
      } else if (this.#next === turns.length - 1) {
        // The last turn has no words yet: announce it later.
        return;
      }
    }
    while (this.element.childElementCount > 4) this.element.firstElementChild!.remove();
  }
}
