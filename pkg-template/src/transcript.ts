import type { Role } from "./generated/types.js";
import { addTurns, leadsTurn, readHeads } from "./head-turns.js";
import { type Core, core } from "./instance.js";
import { LineHeads } from "./line-heads.js";
import { type Turn, isSameTurn, toTurns } from "./turn.js";

export interface TranscriptOptions {
  /** Custom labels and their roles: `{ Nina: "bot" }`. They match in any case. */
  roles?: Record<string, Role> | undefined;
}

/**
 * Splits a transcript into turns. Nothing is lost: every character that is not whitespace is in
 * exactly one turn's text, or belongs to a label or to the markup. It is synchronous: call it after
 * `init()` or any method of a client.
 *
 * @example
 * parseTranscript("BOT: Hi.\nHUMAN: Hello.").map((turn) => turn.text); // ["Hi.", "Hello."]
 */
export function parseTranscript(transcript: string, options?: TranscriptOptions): Turn[] {
  return core.runSync("parseTranscript", (wasm) => {
    const lines = new LineHeads();
    const numbers = readByHeads(wasm, transcript, lines, options);
    if (!numbers) return toTurns(transcript, wasm.parseTranscript(transcript, options), 0);
    const turns: Turn[] = [];
    addTurns(turns, transcript, lines, numbers, 0);
    return turns;
  });
}

/**
 * Reads a growing transcript repeatedly, each time only the part that can have changed. The turns
 * are always those of `parseTranscript`. An unchanged turn stays the same object.
 *
 * @example
 * const reader = new TranscriptReader();
 * reader.update("BOT: Hi.\nHUMAN: He");
 * reader.update("BOT: Hi.\nHUMAN: Hello."); // 1: the first turn is unchanged
 * reader.turns[1].text; // "Hello."
 */
export class TranscriptReader {
  /** The turns of the last transcript. */
  turns: readonly Turn[] = [];
  readonly #options: TranscriptOptions | undefined;
  readonly #lines = new LineHeads();
  /** The wasm's numbers for the heads, if the turns were made from heads. */
  #numbers: Float64Array | undefined;
  /** Reads the whole text if the heads are not enough. `#isWhole` says whether it made the current turns. */
  #reader: InstanceType<Core["TranscriptReader"]> | undefined;
  #generation = 0;
  #isWhole = false;

  constructor(options?: TranscriptOptions) {
    this.#options = options;
  }

  /**
   * Reads the whole current transcript. Returns how many turns at the start are unchanged; the
   * others may differ. It is synchronous, like `parseTranscript`.
   */
  update(transcript: string): number {
    const before = this.#numbers;
    // Should this fail, the next update must not build on it.
    this.#numbers = undefined;
    const turns = core.runSync("TranscriptReader", (wasm) => {
      const numbers = readByHeads(wasm, transcript, this.#lines, this.#options);
      if (!numbers) return this.#readWhole(wasm, transcript);
      this.#numbers = numbers;
      this.#isWhole = false;
      return this.#readLastTurns(transcript, numbers, before);
    });
    const known = this.turns;
    let unchanged = 0;
    while (unchanged < Math.min(known.length, turns.length)) {
      const turn = known[unchanged]!;
      if (turn !== turns[unchanged] && !isSameTurn(turn, turns[unchanged]!)) break;
      turns[unchanged] = turn;
      unchanged += 1;
    }
    this.turns = turns;
    return unchanged;
  }

  /** Reads the turns whose lines may have changed, and those before where the labels changed. */
  #readLastTurns(
    transcript: string,
    numbers: Float64Array,
    before: Float64Array | undefined,
  ): Turn[] {
    const { kept, order, starts } = this.#lines;
    const isAsBefore = before?.every((number, index) => number === numbers[index]);
    // The last line that leads a turn and was not read again: the turn before it ends there.
    let line = isAsBefore ? Math.max(kept - 1, 0) : 0;
    while (!leadsTurn(numbers, order[line]!)) line -= 1;
    const start = starts[line]!;
    const turns = this.turns.filter((turn) => isAsBefore && turn.start < start);
    addTurns(turns, transcript, this.#lines, numbers, line);
    return turns;
  }

  #readWhole(wasm: Core, transcript: string): Turn[] {
    // A reader of an instance that has crashed cannot be used.
    if (!this.#reader || this.#generation !== core.generation) {
      this.#reader = new wasm.TranscriptReader(this.#options);
      this.#generation = core.generation;
      this.#isWhole = false;
    }
    const hasReadTurns = this.#isWhole;
    this.#isWhole = false;
    const unchanged = this.#reader.update(transcript);
    const from = hasReadTurns ? unchanged : 0;
    const numbers = this.#reader.turns(from);
    this.#isWhole = true;
    return this.turns.slice(0, from).concat(toTurns(transcript, numbers, from));
  }
}

/** The wasm's numbers for the heads of the lines. `undefined` if it needs the whole text. */
function readByHeads(
  wasm: Core,
  transcript: string,
  lines: LineHeads,
  options: TranscriptOptions | undefined,
): Float64Array | undefined {
  const mayDo = typeof transcript === "string" && lines.update(transcript);
  return mayDo ? readHeads(wasm, lines, options) : undefined;
}
