/** Makes the text to copy, with speakers and timestamps. */

import type { Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import { formatClock } from "../shared/format.js";
import { speakerOf } from "../shared/speaker.js";

/** The whole conversation as text. */
export function conversationText(turns: readonly Turn[], t: Translate): string {
  return turns.map((turn) => `${speakerOf(turn, t)}: ${turn.text}`).join("\n\n");
}

export interface ExcerptOptions {
  turns: readonly Turn[];
  /** The selected words, by turn. */
  selected: readonly { index: number; text: string }[];
  /** The source: which call the words are from. */
  credit: string | null | undefined;
  locale: string | undefined;
  t: Translate;
}

/** The selection as text, with speakers, timestamps and the source. */
export function excerptText({ turns, selected, credit, locale, t }: ExcerptOptions): string {
  const lines = selected.map(({ index, text }) => {
    const turn = turns[index]!;
    const time = turn.startTime === null ? "" : ` (${formatClock(locale, turn.startTime)})`;
    return `${speakerOf(turn, t)}${time}: ${text}`;
  });
  if (credit) lines.push(`— ${credit}`);
  return lines.join("\n");
}
