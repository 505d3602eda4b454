import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";
import { type Match, reading } from "../shared/reading.js";
import type { Matches } from "./highlight.js";
import type { TurnList } from "./turn-list.js";

/** What is looked for in a transcript, and where it was found. */
export class SearchController implements ReactiveController {
  query = "";
  /** Where; not known yet, or nothing is looked for. */
  found: readonly Match[] | undefined;
  /** Which of them the reader is at. */
  at = 0;
  hasFailed = false;
  #runs = 0;
  readonly #host: ReactiveControllerHost;
  readonly #list: TurnList;
  /** What paints matches: loaded with the first of them. */
  #matches: Promise<Matches> | undefined;

  constructor(host: ReactiveControllerHost, list: TurnList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    this.show();
  }

  hostDisconnected(): void {
    void this.#matches?.then((matches) => matches.disconnect());
  }

  /** The match that the reader is at. */
  get match(): Match | undefined {
    return this.found?.[this.at];
  }

  /** Searches; the reader is then at match `at`, if there are as many, otherwise at the first. */
  async run(turns: readonly Turn[], at = 0): Promise<void> {
    const run = ++this.#runs;
    let found: Match[] | undefined;
    let hasFailed = false;
    this.#host.requestUpdate();
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
    this.#host.requestUpdate();
  }

  /** Shows the matches, and where the reader is or other ranges. */
  show(ranges: readonly Match[] = this.match ? [this.match] : []): void {
    const found = this.found ?? [];
    if (!this.#matches && !found.length && !ranges.length) return;
    this.#matches ??= import("./highlight.js").then(({ Matches }) => new Matches(this.#list));
    this.#matches.then(
      (matches) => matches.show(found, ranges),
      () => (this.#matches = undefined),
    );
  }
}
