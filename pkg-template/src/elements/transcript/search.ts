import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";
import { type Match, reading } from "../shared/reading.js";
import type { Matches } from "./highlight.js";
import type { TurnList } from "./turn-list.js";

/** Searches a transcript, and keeps the query and its matches. */
export class SearchController implements ReactiveController {
  query = "";
  /** The matches. `undefined` without a query, or before the first result. */
  found: readonly Match[] | undefined;
  /** The index of the reader's current match. */
  at = 0;
  hasFailed = false;
  #runs = 0;
  readonly #host: ReactiveControllerHost;
  readonly #list: TurnList;
  /** Paints the matches. Loaded with the first match. */
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

  /** The reader's current match. */
  get match(): Match | undefined {
    return this.found?.[this.at];
  }

  /** Searches, then goes to match `at`, or to the first if there are fewer. */
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

  /** Paints the matches, and makes the current match or other ranges stand out. */
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
