/** The export menu of a call. */

import { html } from "lit";
import type { CallDetails, Turn } from "../index.js";
import { icon } from "./icons.js";
import { button, save } from "./parts.js";
import type { Translate } from "./strings.js";
import { reading } from "./reading.js";

const kinds = ["Text", "Markdown", "Html", "Vtt"] as const;
type Kind = (typeof kinds)[number];

/** The menu; `choose` is told which kind is wanted. */
export function exportMenu(
  turns: readonly Turn[],
  t: Translate,
  choose: (kind: Kind) => void,
): unknown {
  const hasClocks = turns.some(({ startTime }) => startTime !== null);
  return html`<details class="menu" part="export" @keydown=${closeByKey} @focusout=${closeBehind}>
    <summary>${icon("save")}${t("export")}</summary>
    <div class="card list">
      ${kinds
        .filter((kind) => hasClocks || kind !== "Vtt")
        .map((kind) => {
          const chosen = (event: Event) => {
            (event.target as Element).closest("details")!.open = false;
            choose(kind);
          };
          return button(t(`export${kind}`), chosen, "bare", "");
        })}
    </div>
  </details>`;
}

function closeByKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closeBehind(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}

/** Hands a call over as a file. */
export async function exportCall(
  kind: Kind,
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
