/** The toolbar above the table: filters, a menu for sorting if there are no headings, export. */

import { html, nothing } from "lit";
import type { ScreeningResult } from "../../index.js";
import type { StringName, Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import { button, wordFor } from "../shared/parts.js";
import type { Column } from "./columns.js";
import type { Order, RowFilter } from "./rows.js";

/** The fields with the API's two enums. */
const fields = { status: "call_status", assessment: "ninjahire_intelligence" } as const;
type Field = keyof typeof fields;

export interface ToolbarOptions {
  results: readonly ScreeningResult[];
  columns: readonly Column[];
  filter: RowFilter;
  order: Order;
  /** Whether all results have been loaded and can be exported. */
  isComplete: boolean;
  narrow(filter: Partial<RowFilter>): void;
  sortBy(column: string): void;
  exportCsv(): void;
  t: Translate;
}

export function toolbar(options: ToolbarOptions): unknown {
  const { filter, isComplete, narrow, exportCsv, t } = options;
  return html`<div part="toolbar" class="row pad tools">
    <input
      part="filter"
      type="search"
      dir=${filter.query ? "auto" : nothing}
      aria-label=${t("filter")}
      placeholder=${t("filter")}
      .value=${filter.query}
      @input=${(event: Event) => narrow({ query: (event.target as HTMLInputElement).value })}
    />
    ${choice("status", "allStatuses", nothing, options)}
    ${choice(
      "assessment",
      "allAssessments",
      html`<option value="-" ?selected=${filter.assessment === "-"}>${t("notAssessed")}</option>`,
      options,
    )}
    ${sorting(options)}
    <span class="row end"
      ><slot name="actions"></slot>
      ${button([icon("save"), t("csv")], exportCsv, "", "button", nothing, !isComplete)}</span
    >
  </div>`;
}

/** A menu with the values of an enum that occur in the results. */
function choice(field: Field, all: StringName, more: unknown, options: ToolbarOptions): unknown {
  const { results, filter, narrow, t } = options;
  const values = new Set(results.map((result) => result[fields[field]]));
  return html`<select
    part="filter"
    aria-label=${t(field)}
    @change=${(event: Event) => narrow({ [field]: (event.target as HTMLSelectElement).value })}
  >
    <option value="">${t(all)}</option>
    ${[...values]
      .filter(Boolean)
      .sort()
      .map(
        (value) =>
          html`<option value=${value} ?selected=${value === filter[field]}>
            ${wordFor(field, value, t)[0]}
          </option>`,
      )}
    ${more}
  </select>`;
}

function sorting({ columns, order, sortBy, t }: ToolbarOptions): unknown {
  return html`<span part="sort" class="row sort">
    <select
      aria-label=${t("sortBy")}
      @change=${(event: Event) => sortBy((event.target as HTMLSelectElement).value)}
    >
      ${columns.map(
        ({ name, label }) =>
          html`<option value=${name} ?selected=${name === order.column}>${label}</option>`,
      )}
    </select>
    ${button(
      icon(order.isUp ? "up" : "down"),
      () => sortBy(order.column),
      "icon",
      "button",
      t(order.isUp ? "ascending" : "descending"),
    )}
  </span>`;
}
