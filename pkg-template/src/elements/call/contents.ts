/** Links to the sections of a call, for a single column. */

import { html, nothing } from "lit";
import type { StringName, Translate } from "../i18n/strings.js";
import { button } from "../shared/parts.js";
import type { Shown } from "./shown.js";

/** Links to all sections with content. A single section needs none. */
export function contents(
  { call, summary, questions, turns }: Shown,
  go: (section: StringName) => void,
  t: Translate,
): unknown {
  const sections: [StringName, unknown][] = [
    ["digest", call.call_digest],
    ["breakdown", summary.length],
    ["questions", questions.length],
    ["transcript", turns.length],
  ];
  const shown = sections.filter(([, content]) => content);
  if (shown.length < 2) return nothing;
  return html`<nav part="contents" class="row contents" aria-label=${t("call")}>
    ${shown.map(([name]) => button(t(name), () => go(name), "link small", ""))}
  </nav>`;
}
