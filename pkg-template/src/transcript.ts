import type { Role } from "./generated/types.js";
import { core } from "./instance.js";

/** What one speaker said, from one label to the next. */
export interface Turn {
  /** Its place among the turns. */
  index: number;
  role: Role;
  /** The label as it is written, without colon or markup; `null` where there is none. */
  label: string | null;
  /** Always exactly `transcript.slice(start, end)`. */
  text: string;
  /** Where the text starts in the transcript, in UTF-16 code units, as in `Range`. */
  start: number;
  /** Where it ends. Equal to `start` where nothing was said. */
  end: number;
  /** When it starts, in seconds, where the label has a clock; `null` where that runs backwards. */
  startTime: number | null;
}

export interface TranscriptOptions {
  /** Labels of your own and whose they are: `{ Nina: "bot" }`. Case does not matter. */
  roles?: Record<string, Role> | undefined;
}

const roles: readonly Role[] = ["bot", "human", "other", "unknown"];

/**
 * Splits a transcript into turns. Nothing is lost: every character that is not blank is in exactly
 * one turn's text or belongs to a label. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * parseTranscript("BOT: Hi.\nHUMAN: Hello.").map((turn) => turn.text); // ["Hi.", "Hello."]
 */
export function parseTranscript(transcript: string, options?: TranscriptOptions): Turn[] {
  const numbers = core.runSync("parseTranscript", (wasm) =>
    wasm.parseTranscript(transcript, options),
  );
  const turns: Turn[] = [];
  for (let at = 0; at < numbers.length; at += 6) {
    const labelStart = numbers[at + 1]!;
    const start = numbers[at + 3]!;
    const end = numbers[at + 4]!;
    turns.push({
      index: at / 6,
      role: roles[numbers[at]!]!,
      label: labelStart < 0 ? null : transcript.slice(labelStart, numbers[at + 2]),
      text: transcript.slice(start, end),
      start,
      end,
      // NaN where there is none.
      startTime: numbers[at + 5]! >= 0 ? numbers[at + 5]! : null,
    });
  }
  return turns;
}
