import type { Turn } from "../index.js";
import type { Matches } from "./highlight.js";
import { type Match, reading } from "./reading.js";

/** What is looked for in a transcript, and where it was found. */
export class TranscriptSearch {
  query = "";
  /** Where; not known yet, or nothing is looked for. */
  found: readonly Match[] | undefined;
  /** Which of them the reader is at. */
  at = 0;
  hasFailed = false;
  #runs = 0;
  readonly #matches: Matches;
  readonly #changed: () => void;

  constructor(matches: Matches, changed: () => void) {
    this.#matches = matches;
    this.#changed = changed;
  }

  /** Whether the reader is at a match. */
  get match(): Match | undefined {
    return this.found?.[this.at];
  }

  /** Looks for the query; `at` is where the reader is to be, if there are as many; otherwise at the first. */
  async run(turns: readonly Turn[], at = 0): Promise<void> {
    const run = ++this.#runs;
    let found: Match[] | undefined;
    let hasFailed = false;
    this.#changed();
    if (this.query.trim()) {
      try {
        found = await (await reading()).searchTranscript(turns, this.query);
      } catch {
        found = this.found as Match[];
        hasFailed = true;
      }
    }
    if (run !== this.#runs) return;
    this.found = found;
    this.hasFailed = hasFailed;
    this.go(found?.[at] ? at : 0);
  }

  go(at: number): void {
    this.at = at;
    this.show();
    this.#changed();
  }

  /** Shows the matches, and where the reader is or other places. */
  show(places: readonly Match[] = this.match ? [this.match] : []): void {
    this.#matches.show(this.found ?? [], places);
  }
}
