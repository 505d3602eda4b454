import type { ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";
import { type Evidence, reading } from "../shared/reading.js";
import type { Shown } from "./shown.js";

/** Where each question of a call was asked: known once the call is over. */
export class EvidenceController {
  /** Not known yet where it is undefined. */
  found: readonly Evidence[] | undefined;
  readonly #host: ReactiveControllerHost;
  #current: Shown | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  forget(): void {
    this.found = this.#current = undefined;
  }

  /** Looks for the questions of this call. */
  async link(shown: Shown): Promise<void> {
    const { call, turns, questions } = shown;
    this.#current = shown;
    if (!questions.length || !turns.length || call.call_status === "call_in_progress") return;
    let found: readonly Evidence[] = [];
    try {
      const { linkEvidence } = await reading();
      found = await linkEvidence(turns, questions);
    } catch {
      // The questions are shown without.
    }
    if (shown !== this.#current) return;
    this.found = found;
    this.#host.requestUpdate();
  }

  /**
   * Where a question was asked, in the turns that are shown: `null` where that was not found, `undefined`
   * while it is looked for.
   */
  of(question: number, turns: readonly Turn[], isMasked: boolean): Evidence | null | undefined {
    if (!this.found) return undefined;
    const found = this.found.find((one) => one.question === question);
    if (!found || found.asks.length + found.answers.length === 0) return null;
    if (!isMasked) return found;
    // What is hidden has moved the rest: the whole turn is shown.
    const answers = found.answers.map(({ turn }) => ({
      turn,
      start: 0,
      end: turns[turn]?.text.length ?? 0,
    }));
    return { ...found, answers };
  }
}
