import type { Role } from "./generated/types.js";

/** What one speaker said, from one label to the next. */
export interface Turn {
  /** The index among the turns. */
  index: number;
  role: Role;
  /** The label as it is written, without colon and markup; `null` where there is none. */
  label: string | null;
  /** Always exactly `transcript.slice(start, end)`. */
  text: string;
  /** The start of the text in the transcript, in UTF-16 code units, as in `Range`. */
  start: number;
  /** The end of the text, in UTF-16 code units. It equals `start` where nothing was said. */
  end: number;
  /** The timestamp at the label, in seconds; `null` where there is none, or where it runs backwards. */
  startTime: number | null;
}

/** By the number that the wasm writes for them. @internal */
export const roles: readonly Role[] = ["bot", "human", "other", "unknown"];

/** Makes turns from the wasm's six numbers for each. The first turn has the index `first`. @internal */
export function toTurns(transcript: string, numbers: Float64Array, first: number): Turn[] {
  const turns: Turn[] = [];
  for (let at = 0; at < numbers.length; at += 6) {
    const labelStart = numbers[at + 1]!;
    const start = numbers[at + 3]!;
    const end = numbers[at + 4]!;
    turns.push({
      index: first + at / 6,
      role: roles[numbers[at]!]!,
      label: labelStart < 0 ? null : transcript.slice(labelStart, numbers[at + 2]),
      text: transcript.slice(start, end),
      start,
      end,
      // The wasm gives NaN where there is no timestamp.
      startTime: numbers[at + 5]! >= 0 ? numbers[at + 5]! : null,
    });
  }
  return turns;
}

/** Whether two turns of the same index say the same. @internal */
export function isSameTurn(one: Turn, other: Turn): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.role === other.role &&
    one.label === other.label &&
    one.startTime === other.startTime &&
    one.text === other.text
  );
}
