/** The table: its headings, a row for each candidate, and the calls of the rows that are open. */

import { html, nothing } from "lit";
import type { ScreeningResult } from "../../index.js";
import type { StringName, Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";
import type { Column } from "./columns.js";
import type { Order, Page, Row } from "./rows.js";

export interface TableOptions {
  columns: readonly Column[];
  page: Page;
  order: Order;
  /** The id of the chosen call. */
  selected: string | null;
  /** The keys of the rows whose calls are shown. */
  opened: ReadonlySet<string>;
  sortBy(column: string): void;
  select(result: ScreeningResult): void;
  /** Draws the breakdown of a call, once that is loaded. */
  breakdown(result: ScreeningResult): unknown;
  t: Translate;
}

export function table(options: TableOptions): unknown {
  const { columns, page, t } = options;
  return html`<table part="table" role="table" aria-label=${t("results")}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => heading(column, options))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${page.rows.map((row) => [
        candidateRow(row, options),
        options.opened.has(row.key) ? callRows(row, options) : nothing,
      ])}
    </tbody>
  </table>`;
}

function heading({ name, label }: Column, { order, sortBy }: TableOptions): unknown {
  const isSorted = order.column === name;
  const way = order.isUp ? "ascending" : "descending";
  return html`<th
    role="columnheader"
    scope="col"
    class=${`at-${name}`}
    aria-sort=${isSorted ? way : "none"}
  >
    ${button(
      [html`<bdi>${label}</bdi>`, isSorted ? icon(order.isUp ? "up" : "down") : nothing],
      () => sortBy(name),
      "bare",
    )}
  </th>`;
}

function candidateRow(row: Row, options: TableOptions): unknown {
  const { columns, selected, opened, select } = options;
  const { key, best, last, calls } = row;
  const ids = calls.map(({ call_id }) => call_id ?? "");
  const isChosen = selected !== null && ids.includes(selected) && !opened.has(key);
  // Shows the score and assessment of the best call, but the date and status of the last.
  const shown = (name: string) => (name === "score" || name === "assessment" ? best : last);
  return html`<tr
    part="row"
    role="row"
    data-calls=${ids.join(" ")}
    aria-current=${isChosen ? "true" : nothing}
    @click=${() => select(best)}
  >
    ${columns.map(({ name, cell }) =>
      name === "candidate"
        ? html`<th role="rowheader" scope="row" class="at-candidate">${cell(best, row)}</th>`
        : html`<td role="cell" part=${name} class=${`at-${name}`}>${cell(shown(name), row)}</td>`,
    )}
  </tr>`;
}

function callRows(row: Row, options: TableOptions): unknown {
  const { columns, selected, select, breakdown, t } = options;
  return row.calls.map((result, index) => {
    const isChosen = result.call_id !== null && result.call_id === selected;
    const name = t("callNumber", { n: row.calls.length - index });
    return html`<tr
      part="call"
      role="row"
      class="call"
      aria-current=${isChosen ? "true" : nothing}
      @click=${() => select(result)}
    >
      ${columns.map(({ name: column, cell }) =>
        column === "candidate"
          ? html`<th role="rowheader" scope="row" class="at-candidate">
              ${button(name, undefined, "link small", "open", `${name}: ${row.name}`)}
              ${breakdown(result)}
            </th>`
          : html`<td role="cell" class=${`at-${column}`}>${cell(result, row)}</td>`,
      )}
    </tr>`;
  });
}

export interface CandidateOptions {
  /** Whether other candidates have the same name. */
  isShared: boolean;
  isOpen: boolean;
  toggle(): void;
  t: Translate;
}

/** The candidate's name and number of calls, and an id if others have the same name. */
export function candidate(row: Row, { isShared, isOpen, toggle, t }: CandidateOptions): unknown {
  const { key, name, best, last, calls } = row;
  const { candidate_source_id, application_source_id, application_id } = best;
  const hint = candidate_source_id ?? application_source_id ?? application_id ?? key;
  const hasSeveral = calls.length > 1;
  const hasBreakdown = calls.some(({ call_summary }) => call_summary);
  const more = hasSeveral ? t("calls", { n: calls.length }) : t("breakdown");
  const press = (event: Event) => {
    // A press on the row itself would select the call.
    event.stopPropagation();
    toggle();
  };
  return html`<div class="who">
    ${button(html`<bdi>${name}</bdi>`, undefined, "link name", "candidate")}
    ${isShared ? html`<bdi class="small muted hint">${hint}</bdi>` : nothing}
    ${
      hasSeveral || hasBreakdown
        ? html`<button
            type="button"
            part="calls"
            class="link small calls"
            aria-expanded=${isOpen}
            aria-label=${`${more}: ${name}`}
            @click=${press}
          >
            ${icon(isOpen ? "up" : "down")}${more}
          </button>`
        : nothing
    }
    ${
      hasSeveral && last.call_status === "call_failed"
        ? html`<span class="small bad lastFailed">${t("lastFailed")}</span>`
        : nothing
    }
  </div>`;
}

/** The buttons that go from page to page. */
export function pager(
  { rows, at, from, isLast }: Page,
  total: number,
  go: (page: number) => void,
  t: Translate,
): unknown {
  const step = (to: number, name: StringName, sign: "back" | "on", isDisabled: boolean) =>
    button(icon(sign), () => go(to), "bare icon flip", "button", t(name), isDisabled);
  return html`<nav part="pages" class="row pad pages small muted" aria-label=${t("pages")}>
    <span role="status"
      >${t("range", { from: total && from + 1, to: from + rows.length, n: total })}</span
    >
    ${step(at - 1, "previousPage", "back", !at)} ${step(at + 1, "nextPage", "on", isLast)}
  </nav>`;
}
