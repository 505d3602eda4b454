import type { Core } from "./instance.js";
import type { LineHeads } from "./line-heads.js";
import type { TranscriptOptions } from "./transcript.js";
import { type Turn, roles } from "./turn.js";

/** The wasm writes four numbers for each head: its role, or −1; where its label starts and ends; where the words start. */
const perHead = 4;

/** Whether a head leads turns. @internal */
export const leadsTurn = (numbers: Float64Array, head: number): boolean =>
  numbers[head * perHead]! >= 0;

/** The wasm's numbers for the heads of lines. `undefined` if it needs the whole text. @internal */
export function readHeads(
  wasm: Core,
  lines: LineHeads,
  options: TranscriptOptions | undefined,
): Float64Array | undefined {
  let text = "";
  for (const head of lines.heads) text += head.text.endsWith("\n") ? head.text : `${head.text}\n`;
  const order = lines.order.subarray(0, lines.lines);
  return wasm.readHeads(text, order, lines.others, lines.bare, options);
}

/**
 * Adds the turns from the line `from` on, which leads one: an index among the lines that have a head.
 * @internal
 */
export function addTurns(
  turns: Turn[],
  transcript: string,
  { heads, order, starts, lines }: LineHeads,
  numbers: Float64Array,
  from: number,
): void {
  const leads = heads.map(({ code, text, isName }) => {
    const at = code * perHead;
    return {
      role: roles[numbers[at]!]!,
      label: text.slice(numbers[at + 1], numbers[at + 2]),
      end: numbers[at + 3]!,
      // With the space behind the colon.
      wordsAt: isName ? text.length : numbers[at + 3]!,
    };
  });
  let open = from;
  for (let line = from + 1; line <= lines; line += 1) {
    if (line < lines && !leadsTurn(numbers, order[line]!)) continue;
    const { role, label, end: first, wordsAt } = leads[order[open]!]!;
    let start = starts[open]! + wordsAt;
    let end = line < lines ? starts[line]! - 1 : transcript.length;
    while (start < end && isWhitespace(transcript.charCodeAt(start))) start += 1;
    // Nothing was said.
    if (start >= end) start = end = starts[open]! + first;
    while (start < end && isWhitespace(transcript.charCodeAt(end - 1))) end -= 1;
    const text = transcript.slice(start, end);
    turns.push({ index: turns.length, role, label, text, start, end, startTime: null });
    open = line;
  }
}

/** Spaces and line breaks as in src/transcript/characters.rs, without the breaks that no text here has. */
function isWhitespace(unit: number): boolean {
  if (unit > 0x20 && unit < 0xa0) return false;
  if (unit <= 0x20) return unit === 0x20 || unit === 0x0a || unit === 0x09;
  if (unit < 0x2000 || unit > 0x3000) return unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}
