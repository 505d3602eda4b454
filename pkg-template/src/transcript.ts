import type { Role } from "./generated/types.js";
import { type Core, core } from "./instance.js";
import { type Turn, toTurns } from "./turn.js";

export interface TranscriptOptions {
  /** Labels of your own and whose they are: `{ Nina: "bot" }`. Case does not matter. */
  roles?: Record<string, Role> | undefined;
}

/**
 * Splits a transcript into turns. Nothing is lost: every character that is not whitespace is in
 * exactly one turn's text, or belongs to a label or to the markup of its shape. Synchronous: after
 * `init()`, or any method of a client.
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
 * Reads a transcript again and again while it grows, each time only what can have changed. The turns
 * are always those of `parseTranscript`; turns that are the same as before are the same objects.
 *
 * @example
 * const reader = new TranscriptReader();
 * reader.update("BOT: Hi.\nHUMAN: He");
 * reader.update("BOT: Hi.\nHUMAN: Hello."); // 1: the first turn is as it was
 * reader.turns[1].text; // "Hello."
 */
export class TranscriptReader {
  /** The turns of the transcript as it was given last. */
  turns: readonly Turn[] = [];
  readonly #options: TranscriptOptions | undefined;
  #reader: InstanceType<Core["TranscriptReader"]> | undefined;
  #generation = 0;

  constructor(options?: TranscriptOptions) {
    this.#options = options;
  }

  /**
   * Takes the whole transcript as it is now. Returns how many turns at the beginning are unchanged;
   * all from there on may differ. Synchronous, as `parseTranscript` is.
   */
  update(transcript: string): number {
    const [unchanged, numbers] = core.runSync("TranscriptReader", (wasm) => {
      // One of an instance that has died is of no use.
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
