/** The toolbar of a call: masking, the list of keys, exports. */

import { html, nothing } from "lit";
import type { Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";

export interface ToolbarOptions {
  isMasked: boolean;
  /** How many details are masked, once that is done. */
  maskedCount: number | undefined;
  toggleMasked(): void;
  /** Whether the helpers could not be loaded. */
  hasFailed: boolean;
  /** The message that a file was saved. */
  saved: string;
  /** Shows the list of keys. `undefined` if single-key shortcuts are off. */
  listKeys: (() => void) | undefined;
  exportMenu: unknown;
  t: Translate;
}

export function toolbar(options: ToolbarOptions): unknown {
  const { isMasked, maskedCount, toggleMasked, hasFailed, saved, listKeys, exportMenu, t } =
    options;
  return html`<div part="toolbar" class="row pad tools">
    <button
      type="button"
      part="mask"
      class="switch bare"
      role="switch"
      aria-checked=${isMasked}
      @click=${toggleMasked}
    >
      <i></i>${t("mask")}
    </button>
    ${maskedCount === undefined ? nothing : html`<span class="small muted">${t("masked", { n: maskedCount })}</span>`}
    ${hasFailed ? html`<span class="small bad" role="alert">${t("errorReading")}</span>` : nothing}
    ${saved ? html`<span part="saved" class="small muted">${saved}</span>` : nothing}
    <span class="row end"
      ><slot name="actions"></slot>
      ${listKeys ? button(icon("keys"), listKeys, "bare icon", "button", t("keys")) : nothing}
      ${exportMenu}</span
    >
  </div>`;
}
