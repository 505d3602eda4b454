/** The toolbar of a transcript: search and buttons. */

import { html, nothing } from "lit";
import type { StringName, Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";
import type { SearchController } from "./search.js";

export interface ToolbarOptions {
  search: SearchController;
  /** Whether the conversation has just been copied, or could not be. */
  copied: "" | "copied" | "copyFailed";
  find(query: string): void;
  /** Moves by `by` matches. */
  step(by: number): void;
  copy(): void;
  t: Translate;
}

export function toolbar(options: ToolbarOptions): unknown {
  const { search, copied, find, copy, t } = options;
  const { query } = search;
  return html`<div part="toolbar" class="tools row">
      <div part="search" class="find" role="search" aria-label=${t("search")}>
        <span class="field">
          ${icon("search")}
          <input
            part="search-input"
            type="search"
            dir=${query ? "auto" : nothing}
            aria-label=${t("search")}
            placeholder=${t("search")}
            .value=${query}
            @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => press(event, options)}
          />
        </span>
        ${query ? results(options) : nothing}
      </div>
      <span class="row">
        ${button([icon("copy"), t(copied === "copied" ? "copied" : "copy")], copy, "bare")}
        <slot name="actions"></slot>
      </span>
    </div>
    ${copied === "copyFailed" ? html`<p class="small muted">${t("copyFailed")}</p>` : nothing}`;
}

function press(event: KeyboardEvent, { search, find, step }: ToolbarOptions): void {
  const { query, hasFailed } = search;
  if (event.key === "Escape" && query) {
    event.preventDefault();
    find("");
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    if (hasFailed) find(query);
    else step(event.shiftKey ? -1 : 1);
  }
}

/** The number of matches, and the buttons that go from match to match. */
function results({ search, step, t }: ToolbarOptions): unknown {
  const { found, at, hasFailed } = search;
  const n = found?.length;
  const said = hasFailed
    ? t("errorReading")
    : n
      ? t("matches", { at: at + 1, n })
      : found
        ? t("noMatches")
        : nothing;
  const arrow = (by: number, name: StringName, sign: "up" | "down") =>
    button(icon(sign), () => step(by), "bare icon", "button", t(name), !n);
  return html`<span part="search-count" class="count small muted" role="status">${said}</span>
    ${arrow(-1, "previous", "up")}${arrow(1, "next", "down")}`;
}
