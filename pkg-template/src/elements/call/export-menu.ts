/** The list in the export menu. Loaded when the menu opens. */

import { html } from "lit";
import type { Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import { button } from "../shared/parts.js";

const kinds = ["Print", "Text", "Markdown", "Html", "Vtt"] as const;
export type ExportKind = (typeof kinds)[number];

/** The list. `choose` gets the chosen kind. */
export function exportList(
  turns: readonly Turn[],
  t: Translate,
  choose: (kind: ExportKind) => void,
): unknown {
  const isTimed = turns.some(({ startTime }) => startTime !== null);
  return html`<div class="card list">
    ${kinds
      .filter((kind) => isTimed || kind !== "Vtt")
      .map((kind) => {
        const chosen = (event: Event) => {
          (event.target as Element).closest("details")!.open = false;
          choose(kind);
        };
        return button(t(`export${kind}`), chosen, "bare", "");
      })}
  </div>`;
}
