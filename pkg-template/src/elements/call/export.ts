/** Exports a call as a file for people. Loaded on the first export. */

import { type CallDetails, type Turn, parseTranscript } from "../../index.js";
import { save } from "../shared/parts.js";
import { reading } from "../shared/reading.js";
import type { ExportKind } from "./export-menu.js";
import { printPage } from "./print.js";

export interface ExportOptions {
  call: CallDetails;
  turns: readonly Turn[];
  /** The known ones of the candidate's name, the job's title and the date. */
  facts: readonly string[];
  /** The name of a turn's speaker. */
  speaker(turn: Turn): string;
}

/** Saves or prints a call. Returns the name of the file. */
export async function exportCall(kind: ExportKind, options: ExportOptions): Promise<string> {
  const { facts, turns, speaker } = options;
  const helpers = await reading();
  const title = facts.join(" · ");
  const named = turns.map((turn) => ({ ...turn, label: speaker(turn) }));
  const { call, roles } = withNames(options);
  const settings = { title, roles };
  const made = {
    Text: async () => ["txt", "plain", `${title}\n\n${await helpers.turnsToText(named)}`],
    Markdown: async () => ["md", "markdown", await helpers.callToMarkdown(call, settings)],
    Html: async () => ["html", "html", await helpers.callToHtml(call, settings)],
    Vtt: async () => ["vtt", "vtt", await helpers.turnsToWebVtt(named)],
    Print: async () => ["html", "html", await helpers.callToHtml(call, settings)],
  }[kind];
  const [ending, type, text] = (await made()) as [string, string, string];
  if (kind === "Print") {
    printPage(text);
    return "";
  }
  return save(text, `text/${type}`, `${facts.join(" ")}.${ending}`);
}

/**
 * The call with the speakers' names instead of its labels. If the transcript would then be parsed
 * differently, the original call.
 */
function withNames({ call, turns, speaker }: ExportOptions): {
  call: CallDetails;
  roles: Record<string, "bot" | "human"> | undefined;
} {
  const roles: Record<string, "bot" | "human"> = {};
  const lines = turns.map((turn) => {
    const name = speaker(turn);
    if (turn.role === "bot" || turn.role === "human") roles[name] = turn.role;
    return `${timestamp(turn.startTime)}${name}: ${turn.text}`;
  });
  const transcript = lines.join("\n");
  const reparsed = parseTranscript(transcript, { roles });
  const isSame =
    reparsed.length === turns.length &&
    reparsed.every(({ text, role }, at) => {
      const turn = turns[at]!;
      return text.trim() === turn.text.trim() && role === turn.role;
    });
  return isSame ? { call: { ...call, transcript }, roles } : { call, roles: undefined };
}

function timestamp(seconds: number | null): string {
  if (seconds === null) return "";
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return `[${parts.map((part) => String(Math.floor(part)).padStart(2, "0")).join(":")}] `;
}
