import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { ScreeningResult, ScreeningResultsFilters } from "../../index.js";
import type { StringName } from "../i18n/strings.js";
import { bone } from "../shared/base.js";
import { callState } from "../shared/call-state.js";
import { formatMoment, formatsOf } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { LoadingElement } from "../shared/loader.js";
import { button, dial, pill, save, statePill, wordFor } from "../shared/parts.js";
import { tokens } from "../shared/tokens.js";
import { type ResultColumn, type Row, type Value, dateOfResult, rowsOf, sorted } from "./rows.js";
import { resultsStyles } from "./styles.js";

export type { ResultColumn } from "./rows.js";

/** Where the vendor's two enums are. */
const fields = { status: "call_status", assessment: "ninjahire_intelligence" } as const;

/** A column as it is drawn. */
interface Column {
  name: string;
  label: string;
  /** What it is sorted by, and what the CSV has. */
  value(row: Row): Value;
  /** What the CSV has, where that is another. */
  text?(row: Row): Value;
  cell(result: ScreeningResult, row: Row): unknown;
}

/**
 * A job's screening results, a row for each candidate: sorted, filtered, page by page.
 *
 * @tag ninjahire-results
 * @attr {"empty" | "loading" | "error" | "done"} state - What it shows now (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the export.
 * @slot empty - Instead of the words that there is nothing.
 * @slot error - Instead of what went wrong.
 *
 * @csspart base - Everything.
 * @csspart toolbar - Filters and export; `filter` is each of the filters.
 * @csspart progress - The bar while pages load.
 * @csspart table - The table.
 * @csspart row - One result.
 * @csspart candidate - Who it is: the button that selects.
 * @csspart calls - How many calls there were: the button that shows them.
 * @csspart call - One of several calls of a candidate.
 * @csspart date - When the call was.
 * @csspart sort - The sorting, where there is no room for headings.
 * @csspart saved - That a file was saved.
 * @csspart silence - That the service does not answer.
 * @csspart score - The score; `dial` is its ring.
 * @csspart pill - Status and assessment; also `status`, `assessment`.
 * @csspart pages - The way through the pages.
 * @csspart button - Every other button.
 * @csspart empty - That there is nothing.
 * @csspart skeleton - The shape of what is coming.
 * @csspart error - What went wrong.
 * @csspart retry - The button that tries again.
 *
 * @fires {CallSelectEvent} ninjahire-call-select - A result was chosen.
 * @fires {CallErrorEvent} ninjahire-call-error - The results could not be loaded.
 */
export class NinjahireResults extends LoadingElement {
  /** @internal */
  static override styles = [tokens, resultsStyles];

  /** The job whose results are loaded. */
  @property({ attribute: "job-id" }) jobId: string | null | undefined = null;
  /** What the job is called: a file is named after it. */
  @property({ attribute: "job-title" }) jobTitle: string | null | undefined = null;
  /** How many rows are shown at once. */
  @property({ attribute: "page-size", type: Number }) pageSize: number = 25;
  /** Each call has its own row. */
  @property({ type: Boolean }) ungrouped: boolean = false;
  /** What the listing is narrowed by, besides the job. */
  @property({ attribute: false }) filters: ScreeningResultsFilters | undefined;
  /** Results to show, in place of those to load. */
  @property({ attribute: false }) results: readonly ScreeningResult[] | null | undefined = null;
  /** What a candidate is called; the vendor gives ids only. */
  @property({ attribute: false }) nameOf:
    ((result: ScreeningResult) => string | null | undefined) | undefined;
  /** When a call was: a date, its text or its milliseconds; the vendor documents none. */
  @property({ attribute: false }) dateOf:
    ((result: ScreeningResult) => Date | string | number | null | undefined) | undefined;
  /** Columns of your own, behind the candidate. */
  @property({ attribute: false }) columns: readonly ResultColumn[] | undefined;
  /** The chosen call's id. */
  @property({ attribute: false }) selected: string | null | undefined = null;
  /** @internal */
  @state() loaded: readonly ScreeningResult[] = [];
  /** @internal */
  @state() progress: { seen: number; count: number | null } | null = null;
  /** @internal */
  @state() exportFailed: boolean = false;
  /** @internal */
  @state() saved: string = "";
  /** @internal */
  @state() sort: string = "score";
  /** @internal */
  @state() isUp: boolean = false;
  /** @internal */
  @state() query: string = "";
  /** @internal */
  @state() status_: string = "";
  /** @internal */
  @state() assessment: string = "";
  /** @internal */
  @state() page: number = 0;
  /** The rows whose calls are shown. @internal */
  @state() opened: ReadonlySet<string> = new Set();

  #isLoaded = false;
  #loading: AbortController | undefined;
  #run = 0;
  #rows: Row[] = [];
  /** Names that more than one candidate has. */
  #doubles: ReadonlySet<string> = new Set();

  /** @internal */
  protected override detached(): void {
    super.detached();
    // What was loaded stays; what was not is loaded anew.
    if (!this.progress) return;
    this.#run++;
    this.reload();
  }

  /** Moves the focus to a call's row: by default to the chosen one's. Returns whether it is shown. */
  focusRow(callId: string | null = this.selected): boolean {
    const row = [...this.shadowRoot!.querySelectorAll<HTMLElement>("[data-calls]")].find((one) =>
      one.dataset["calls"]!.split(" ").includes(callId ?? ""),
    );
    const target = row?.querySelector<HTMLElement>("[part~=candidate]");
    target?.focus();
    return !!target;
  }

  get #all(): readonly ScreeningResult[] {
    return this.results ?? this.loaded;
  }

  /** @internal */
  protected get source(): string {
    const { jobId, filters } = this;
    return !this.results && (jobId || filters) ? JSON.stringify([jobId, filters]) : "";
  }

  /** @internal */
  protected get hasContent(): boolean {
    return !!this.#all.length;
  }

  /** @internal */
  protected get isEmpty(): boolean {
    return this.#isLoaded || !this.source;
  }

  /** @internal */
  protected async begin(source: string): Promise<void> {
    const run = ++this.#run;
    const isCurrent = () => run === this.#run;
    this.progress = null;
    this.error = undefined;
    this.#isLoaded = false;
    if (!source) return;
    const controller = (this.#loading = new AbortController());
    this.loaded = [];
    this.page = 0;
    this.progress = { seen: 0, count: null };
    try {
      const listing = this.usedClient!.screeningResults(
        { size: 100, ...this.filters, ...(this.jobId && { job_id: this.jobId }) },
        { signal: controller.signal },
      );
      for await (const page of listing.pages()) {
        if (!isCurrent()) return controller.abort();
        this.answered();
        this.loaded = this.loaded.concat(page.data);
        this.progress = { seen: listing.seen, count: page.count };
      }
      if (!isCurrent()) return;
      this.answered();
      this.#isLoaded = true;
      const { length: n } = this.loaded;
      this.announce(this.t("range", { from: n && 1, to: n, n }));
    } catch (error) {
      if (!isCurrent()) return;
      this.reportFailure(error);
    }
    this.progress = null;
  }

  /** @internal */
  protected override halt(): void {
    this.#run++;
    this.#loading?.abort();
  }

  #name(result: ScreeningResult): string {
    const { candidate_name, candidate_source_id, candidate_id, application_id, call_id } = result;
    const name =
      this.nameOf?.(result) ??
      candidate_name ??
      candidate_source_id ??
      candidate_id ??
      application_id ??
      call_id;
    return name ? String(name) : this.t("unnamed");
  }

  #date(result: ScreeningResult): number | null {
    return dateOfResult(result, this.dateOf);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#rows = rowsOf(this.#all, !this.ungrouped, {
      name: (result) => this.#name(result),
      date: (result) => this.#date(result),
    });
    const names = this.#rows.map(({ name }) => name);
    this.#doubles = new Set(names.filter((name, at) => names.indexOf(name) < at));
  }

  /** The columns there are; that of dates only where one is known. */
  #columns(): Column[] {
    const { t } = this;
    const word = (kind: "status" | "assessment", result: ScreeningResult) =>
      wordFor(kind, result[fields[kind]], t)[0];
    const hasDates = this.#all.some((result) => this.#date(result) !== null);
    const custom = (this.columns ?? []).map(({ name, label, value }): Column => {
      const plain = (result: ScreeningResult): Value => {
        const found = value(result) ?? null;
        return found instanceof Date ? found.getTime() : found;
      };
      const shown = (result: ScreeningResult) => {
        const found = value(result) ?? "";
        return found instanceof Date ? this.#moment(found.getTime()) : this.numeral(found);
      };
      return {
        name,
        label,
        value: ({ last }) => plain(last),
        text: ({ last }) => shown(last),
        cell: (result) => html`<bdi>${shown(result)}</bdi>`,
      };
    });
    return [
      {
        name: "candidate",
        label: t("candidate"),
        value: ({ name }) => name,
        cell: (_, row) => this.#candidate(row),
      },
      ...custom,
      ...(hasDates
        ? [
            {
              name: "date",
              label: t("date"),
              value: ({ last }: Row) => this.#date(last),
              text: ({ last }: Row) => this.#moment(this.#date(last)),
              cell: (result: ScreeningResult) => this.#day(this.#date(result)),
            },
          ]
        : []),
      {
        name: "score",
        label: t("score"),
        value: ({ best }) => best.call_score,
        cell: ({ call_score }) =>
          call_score === null
            ? html`<span class="small muted">${t("notAssessed")}</span>`
            : html`${dial(call_score)}<b>${this.numeral(call_score)}</b>`,
      },
      {
        name: "assessment",
        label: t("assessment"),
        value: ({ best }) => word("assessment", best),
        cell: ({ ninjahire_intelligence }) => pill("assessment", ninjahire_intelligence, t),
      },
      {
        name: "status",
        label: t("status"),
        value: ({ last }) => word("status", last),
        cell: (result) => this.#status(result),
      },
    ];
  }

  #moment(date: number | null): string {
    return date === null ? "" : formatMoment(this.locale, date, Date.now());
  }

  /** A day; of today, the time. */
  #day(date: number | null): unknown {
    if (date === null) return nothing;
    const isToday = new Date(date).toDateString() === new Date().toDateString();
    const { times, dates, datesAndTimes } = formatsOf(this.locale);
    return html`<time datetime=${new Date(date).toISOString()} title=${datesAndTimes.format(date)}
      >${(isToday ? times : dates).format(date)}</time
    >`;
  }

  #status(result: ScreeningResult): unknown {
    const date = this.#date(result);
    const now = Date.now();
    const state = callState(result, { date, seenAt: null, isFollowed: false, now });
    return state === "silent"
      ? statePill("care", this.t("noNewsSince", { time: this.#moment(date) }))
      : pill("status", result.call_status, this.t);
  }

  /** What is shown: filtered and sorted. */
  #visible(columns: readonly Column[]): Row[] {
    const wanted = this.query.trim().toLocaleLowerCase();
    const isWanted = ({ name, calls }: Row) =>
      (!wanted || name.toLocaleLowerCase().includes(wanted)) &&
      calls.some(
        (result) =>
          (!this.status_ || result.call_status === this.status_) &&
          (!this.assessment || (result.ninjahire_intelligence ?? "-") === this.assessment),
      );
    const column = columns.find(({ name }) => name === this.sort) ?? columns[0]!;
    const { collator } = formatsOf(this.locale);
    return sorted(this.#rows.filter(isWanted), column.value, this.isUp, collator);
  }

  #sortBy(column: string, isUp?: boolean): void {
    const isSame = this.sort === column;
    this.sort = column;
    this.isUp = isUp ?? (isSame ? !this.isUp : column !== "score" && column !== "date");
    this.page = 0;
  }

  #select(result: ScreeningResult): void {
    this.selected = result.call_id;
    this.emit("ninjahire-call-select", { result });
  }

  #export = async () => {
    try {
      const { tableToCsv } = await import("./csv.js");
      const columns = this.#columns();
      const rows = this.#visible(columns);
      const table = [
        columns.map(({ label }) => label),
        ...rows.map((row) => columns.map(({ value, text = value }) => text(row))),
      ];
      const today = new Date().toISOString().slice(0, 10);
      const name = `${this.jobTitle ?? this.jobId ?? this.t("results")} ${today}.csv`;
      this.saved = this.t("saved", { name: save(tableToCsv(table), "text/csv", name) });
      this.announce(this.saved);
      this.exportFailed = false;
    } catch {
      this.exportFailed = true;
    }
  };

  /** @internal */
  protected override render(): unknown {
    return html`<slot name="header"></slot>
      <div part="base" class="card base">
        ${this.contents(
          () => this.#content(),
          this.error,
          () => this.reload(),
          "resultsEmpty",
          this.#bar(),
        )}
      </div>
      ${this.status}`;
  }

  /** @internal */
  protected override skeleton(): unknown {
    return Array(8).fill(html`<span class="row bones">${Array(4).fill(bone)}</span>`);
  }

  #bar(): unknown {
    if (!this.progress) return nothing;
    const { seen, count } = this.progress;
    const text = count ? this.t("loadingResults", { seen, n: count }) : this.t("loading");
    return html`<div part="progress" class="small muted row bar">
      <progress aria-label=${text} max=${count || 1} .value=${count ? seen : 0}></progress>${text}
    </div>`;
  }

  /** Narrows what is shown, from its first page on. */
  #narrow = (key: "query" | "status_" | "assessment") => (event: Event) => {
    this[key] = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.page = 0;
  };

  #choice(
    all: StringName,
    kind: "status" | "assessment",
    key: "status_" | "assessment",
    more: unknown,
  ): unknown {
    const values = new Set(this.#all.map((result) => result[fields[kind]]));
    return html`<select part="filter" aria-label=${this.t(kind)} @change=${this.#narrow(key)}>
      <option value="">${this.t(all)}</option>
      ${[...values]
        .filter(Boolean)
        .sort()
        .map(
          (value) =>
            html`<option value=${value} ?selected=${value === this[key]}>
              ${wordFor(kind, value, this.t)[0]}
            </option>`,
        )}
      ${more}
    </select>`;
  }

  #toolbar(columns: readonly Column[]): unknown {
    const { t } = this;
    return html`<div part="toolbar" class="row pad tools">
      <input
        part="filter"
        type="search"
        dir=${this.query ? "auto" : nothing}
        aria-label=${t("filter")}
        placeholder=${t("filter")}
        .value=${this.query}
        @input=${this.#narrow("query")}
      />
      ${this.#choice("allStatuses", "status", "status_", nothing)}
      ${this.#choice(
        "allAssessments",
        "assessment",
        "assessment",
        html`<option value="-">${t("notAssessed")}</option>`,
      )}
      <span part="sort" class="row sort">
        <select
          aria-label=${t("sortBy")}
          @change=${(event: Event) => this.#sortBy((event.target as HTMLSelectElement).value)}
        >
          ${columns.map(
            ({ name, label }) =>
              html`<option value=${name} ?selected=${name === this.sort}>${label}</option>`,
          )}
        </select>
        ${button(
          icon(this.isUp ? "up" : "down"),
          () => this.#sortBy(this.sort),
          "icon",
          "button",
          t(this.isUp ? "ascending" : "descending"),
        )}
      </span>
      <span class="row end"
        ><slot name="actions"></slot>
        ${button([icon("save"), t("csv")], this.#export, "", "button", nothing, !!this.progress)}</span
      >
    </div>`;
  }

  #content(): unknown {
    const { t, pageSize } = this;
    const columns = this.#columns();
    const rows = this.#visible(columns);
    const last = Math.ceil((rows.length || 1) / pageSize) - 1;
    const page = Math.min(this.page, last);
    const from = page * pageSize;
    const visible = rows.slice(from, from + pageSize);
    return html`${this.#toolbar(columns)} ${this.#bar()}
      ${this.saved ? html`<p part="saved" class="pad small muted">${this.saved}</p>` : nothing}
      ${this.exportFailed ? html`<p class="pad small bad" role="alert">${t("errorReading")}</p>` : nothing}
      ${this.error ? this.failure(this.error, () => this.reload(), "incomplete") : nothing}
      ${
        rows.length
          ? html`<table part="table" role="table" aria-label=${t("results")}>
              <thead role="rowgroup">
                <tr role="row">
                  ${columns.map((column) => this.#heading(column))}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${visible.map((row) => [this.#row(row, columns), this.#calls(row, columns)])}
              </tbody>
            </table>`
          : html`<p part="empty" class="none">${t("resultsNone")}</p>`
      }
      <nav part="pages" class="row pad pages small muted" aria-label=${t("pages")}>
        <span role="status"
          >${t("range", { from: rows.length && from + 1, to: from + visible.length, n: rows.length })}</span
        >
        ${this.#turnTo(page - 1, "previousPage", icon("back"), !page)}
        ${this.#turnTo(page + 1, "nextPage", icon("on"), page >= last)}
      </nav>`;
  }

  #turnTo(page: number, name: StringName, sign: unknown, isDisabled: boolean): unknown {
    const turn = () => (this.page = page);
    return button(sign, turn, "bare icon flip", "button", this.t(name), isDisabled);
  }

  #heading({ name, label }: Column): unknown {
    const isSorted = this.sort === name;
    const way = this.isUp ? "ascending" : "descending";
    return html`<th
      role="columnheader"
      scope="col"
      class=${name === "candidate" || name === "score" ? name : ""}
      aria-sort=${isSorted ? way : "none"}
    >
      ${button(
        [html`<bdi>${label}</bdi>`, isSorted ? icon(this.isUp ? "up" : "down") : nothing],
        () => this.#sortBy(name),
        "bare",
      )}
    </th>`;
  }

  /** Who it is; more where others have the same name. */
  #candidate({ key, name, best, last, calls }: Row): unknown {
    const { t } = this;
    const { candidate_source_id, application_source_id, application_id } = best;
    const hint = candidate_source_id ?? application_source_id ?? application_id ?? key;
    const isOpen = this.opened.has(key);
    const toggle = (event: Event) => {
      event.stopPropagation();
      const opened = new Set(this.opened);
      if (!opened.delete(key)) opened.add(key);
      this.opened = opened;
    };
    return html`${button(html`<bdi>${name}</bdi>`, undefined, "link", "candidate")}
    ${this.#doubles.has(name) ? html`<bdi class="small muted hint">${hint}</bdi>` : nothing}
    ${
      calls.length > 1
        ? html`<button
            type="button"
            part="calls"
            class="link small calls"
            aria-expanded=${isOpen}
            aria-label=${`${t("calls", { n: calls.length })}: ${name}`}
            @click=${toggle}
          >
            ${icon(isOpen ? "up" : "down")}${t("calls", { n: calls.length })}
          </button>`
        : nothing
    }
    ${
      calls.length > 1 && last.call_status === "call_failed"
        ? html`<span class="small bad lastFailed">${t("lastFailed")}</span>`
        : nothing
    }`;
  }

  #row(row: Row, columns: readonly Column[]): unknown {
    const { best, last, calls } = row;
    const ids = calls.map(({ call_id }) => call_id ?? "");
    const isChosen = this.selected !== null && ids.includes(this.selected);
    const isOpen = this.opened.has(row.key);
    // The best call's score and assessment, the last one's date and status.
    const shown = (name: string) => (name === "score" || name === "assessment" ? best : last);
    return html`<tr
      part="row"
      role="row"
      data-calls=${ids.join(" ")}
      aria-current=${isChosen && !isOpen ? "true" : nothing}
      @click=${() => this.#select(best)}
    >
      ${columns.map(({ name, cell }) =>
        name === "candidate"
          ? html`<th role="rowheader" scope="row" class="candidate">${cell(best, row)}</th>`
          : html`<td role="cell" part=${name} class=${name === "score" ? name : ""}>
              ${cell(shown(name), row)}
            </td>`,
      )}
    </tr>`;
  }

  /** Each call of a candidate, where that was asked for. */
  #calls(row: Row, columns: readonly Column[]): unknown {
    if (!this.opened.has(row.key)) return nothing;
    return row.calls.map((result, index) => {
      const isChosen = result.call_id !== null && result.call_id === this.selected;
      const name = this.t("callNumber", { n: row.calls.length - index });
      return html`<tr
        part="call"
        role="row"
        class="call"
        aria-current=${isChosen ? "true" : nothing}
        @click=${() => this.#select(result)}
      >
        ${columns.map(({ name: column, cell }) =>
          column === "candidate"
            ? html`<th role="rowheader" scope="row" class="candidate">
                ${button(name, undefined, "link small", "open", `${name}: ${row.name}`)}
              </th>`
            : html`<td role="cell" class=${column === "score" ? column : ""}>
                ${cell(result, row)}
              </td>`,
        )}
      </tr>`;
    });
  }
}
