/** A call as a file: loaded when the first one is asked for. */

import type { CallDetails, Turn } from "../../index.js";
import { save } from "../shared/parts.js";
import { reading } from "../shared/reading.js";
import type { ExportKind } from "./export-menu.js";

/** Hands a call over as a file. */
export async function exportCall(
  kind: ExportKind,
  call: CallDetails,
  turns: readonly Turn[],
): Promise<void> {
  const helpers = await reading();
  const [ending, type, text] = {
    Text: () => ["txt", "plain", helpers.turnsToText(turns)] as const,
    Markdown: () => ["md", "markdown", helpers.callToMarkdown(call)] as const,
    Html: () => ["html", "html", helpers.callToHtml(call)] as const,
    Vtt: () => ["vtt", "vtt", helpers.turnsToWebVtt(turns)] as const,
  }[kind]();
  save(await text, `text/${type}`, `${call.call_id}.${ending}`);
}
