/** The export menu of a call. */

import { html } from "lit";
import type { Turn } from "../../index.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";
import type { Translate } from "../i18n/strings.js";

const kinds = ["Print", "Text", "Markdown", "Html", "Vtt"] as const;
export type ExportKind = (typeof kinds)[number];

/** The menu; `choose` is told which kind is wanted. */
export function exportMenu(
  turns: readonly Turn[],
  t: Translate,
  choose: (kind: ExportKind) => void,
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
