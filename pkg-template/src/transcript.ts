import type { Role } from "./generated/types.js";
import { type Core, core } from "./instance.js";
import { type Turn, toTurns } from "./turn.js";

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
  const numbers = core.runSync("parseTranscript", (wasm) =>
    wasm.parseTranscript(transcript, options),
  );
  return toTurns(transcript, numbers, 0);
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
  #reader: InstanceType<Core["TranscriptReader"]> | undefined;
  #generation = 0;

  constructor(options?: TranscriptOptions) {
    this.#options = options;
  }

  /**
   * Reads the whole transcript as it is now. Returns how many turns at the start are unchanged; the
   * others may differ. It is synchronous, like `parseTranscript`.
   */
  update(transcript: string): number {
    const [unchanged, numbers] = core.runSync("TranscriptReader", (wasm) => {
      // A reader of an instance that has crashed cannot be used.
      if (!this.#reader || this.#generation !== core.generation) {
        this.#reader = new wasm.TranscriptReader(this.#options);
        this.#generation = core.generation;
      }
      const unchanged = this.#reader.update(transcript);
      return [unchanged, this.#reader.turns(unchanged)] as const;
    });
    const known = this.turns.slice(0, unchanged);
    this.turns = known.concat(toTurns(transcript, numbers, unchanged));
    return unchanged;
  }
}
