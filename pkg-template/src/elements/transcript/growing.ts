import type { TranscriptOptions, Turn } from "../../index.js";
import { parseTranscript } from "../shared/core.js";

/** How many known turns must come out the same when only the end is parsed. */
const overlap = 12;

/**
 * The turns of a text that has grown, where only its end needs to be parsed: known turns there come
 * out as they were, and only known speakers speak. Otherwise nothing, and the whole must be parsed.
 */
export function parseGrown(
  text: string,
  before: string,
  turns: readonly Turn[],
  options: TranscriptOptions | undefined,
): { turns: Turn[]; from: number } | undefined {
  const first = turns[turns.length - overlap];
  if (!first || turns.length < 200 || !before || !text.startsWith(before)) return undefined;
  const cut = text.lastIndexOf("\n", first.start) + 1;
  const known = turns.slice(0, -overlap);
  const end = parseTranscript(text.slice(cut), options);
  const labels = new Set(turns.slice(-200).map(({ label }) => label));
  for (const turn of end) {
    turn.index += known.length;
    turn.start += cut;
    turn.end += cut;
    const was = turns[turn.index];
    const isAsBefore = was
      ? was.start === turn.start && was.role === turn.role && was.label === turn.label
      : labels.has(turn.label);
    const mayDiffer = turn.index >= turns.length - 1;
    if (!isAsBefore || (!mayDiffer && was!.end !== turn.end)) return undefined;
  }
  return { turns: known.concat(end), from: known.length };
}
