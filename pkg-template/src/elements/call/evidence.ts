import type { ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";
import { type Evidence, reading } from "../shared/reading.js";
import type { Shown } from "./shown.js";

/** Finds where each question of a call was asked, once the call is over. */
export class EvidenceController {
  /** `undefined` until the search is done. */
  found: readonly Evidence[] | undefined;
  readonly #host: ReactiveControllerHost;
  #current: Shown | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  forget(): void {
    this.found = this.#current = undefined;
  }

  /** Searches the turns for the questions of this call. */
  async link(shown: Shown): Promise<void> {
    const { call, turns, questions } = shown;
    this.#current = shown;
    if (!questions.length || !turns.length || call.call_status === "call_in_progress") return;
    let found: readonly Evidence[] = [];
    try {
      const { linkEvidence } = await reading();
      found = await linkEvidence(turns, questions);
    } catch {
      // The questions are shown without their evidence.
    }
    if (shown !== this.#current) return;
    this.found = found;
    this.#host.requestUpdate();
  }

  /**
   * Where a question was asked, in the turns that are shown. `null` if that was not found,
   * `undefined` during the search.
   */
  of(question: number, turns: readonly Turn[], isMasked: boolean): Evidence | null | undefined {
    if (!this.found) return undefined;
    const found = this.found.find((one) => one.question === question);
    if (!found || found.asks.length + found.answers.length === 0) return null;
    if (!isMasked) return found;
    // Masking changes the text, so the ranges no longer fit: show the whole turn.
    const answers = found.answers.map(({ turn }) => ({
      turn,
      start: 0,
      end: turns[turn]?.text.length ?? 0,
    }));
    return { ...found, answers };
  }
}
