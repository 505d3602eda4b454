import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { ScreeningResult, ScreeningResultsFilters } from "../../index.js";
import { bone } from "../shared/base.js";
import { init } from "../shared/core.js";
import { formatsOf } from "../shared/format.js";
import { LoadingElement } from "../shared/loader.js";
import { tokens } from "../shared/tokens.js";
import type { breakdown } from "./breakdown.js";
import type { Column, ResultColumn } from "./columns.js";
import { Listing } from "./listing.js";
import type { Order, Row, RowFilter } from "./rows.js";
import { resultsStyles } from "./styles.js";
import type * as view from "./view.js";

export type { ResultColumn } from "./columns.js";

/**
 * A job's screening results, with a row for each candidate. They can be sorted, filtered and paged.
 *
 * @tag ninjahire-results
 * @attr {"empty" | "loading" | "error" | "done"} state - The current state (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the export.
 * @slot empty - Replaces the message that there are no results.
 * @slot error - Replaces the error message.
 *
 * @csspart base - The whole element.
 * @csspart toolbar - Filters and export; `filter` is each of the filters.
 * @csspart progress - The bar while pages load.
 * @csspart table - The table.
 * @csspart row - One result.
 * @csspart candidate - The candidate's name: the button that selects the call.
 * @csspart calls - The number of calls: the button that shows them and their breakdown.
 * @csspart call - One of a candidate's calls.
 * @csspart category - One category of a call's breakdown, with its score in its original form.
 * @csspart date - When the call was.
 * @csspart sort - The menu for sorting, if there is no space for headings.
 * @csspart saved - The message that a file was saved.
 * @csspart silence - The message that the service does not answer.
 * @csspart score - The score; `dial` is its ring.
 * @csspart pill - Status and assessment; also `status`, `assessment`.
 * @csspart pages - The buttons that go from page to page.
 * @csspart button - Every other button.
 * @csspart empty - The message that there are no results.
 * @csspart skeleton - The placeholder while content loads.
 * @csspart error - The error message.
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
  /** The title of the job, for the names of files. */
  @property({ attribute: "job-title" }) jobTitle: string | null | undefined = null;
  /** How many rows a page has. */
  @property({ attribute: "page-size", type: Number }) pageSize: number = 25;
  /** Whether each call gets its own row. */
  @property({ type: Boolean }) ungrouped: boolean = false;
  /** Filters for the listing, besides the job. */
  @property({ attribute: false }) filters: ScreeningResultsFilters | undefined;
  /** Results to show, instead of those to load. */
  @property({ attribute: false }) results: readonly ScreeningResult[] | null | undefined = null;
  /** Whether to show that `results` are loading. */
  @property({ type: Boolean }) loading: boolean = false;
  /** Returns a candidate's name. The API has ids only. */
  @property({ attribute: false }) nameOf:
    ((result: ScreeningResult) => string | null | undefined) | undefined;
  /**
   * Returns when a call was: a `Date`, a date as text, or milliseconds since 1970. The API
   * documents no date.
   */
  @property({ attribute: false }) dateOf:
    ((result: ScreeningResult) => Date | string | number | null | undefined) | undefined;
  /** Custom columns, after the candidate's. */
  @property({ attribute: false }) columns: readonly ResultColumn[] | undefined;
  /** The id of the chosen call. */
  @property({ attribute: false }) selected: string | null | undefined = null;
  /** @internal */
  @state() helpersFailed: boolean = false;
  /** @internal */
  @state() saved: string = "";
  /** @internal */
  @state() order: Order = { column: "score", isUp: false };
  /** @internal */
  @state() filter: RowFilter = { query: "", status: "", assessment: "" };
  /** @internal */
  @state() page: number = 0;
  /** The rows whose calls are shown. @internal */
  @state() opened: ReadonlySet<string> = new Set();
  /** The functions that draw the table, once loaded. @internal */
  @state() view: typeof view | undefined;
  /** The function that draws the breakdown of a call, once a row was opened. @internal */
  @state() breakdown: typeof breakdown | undefined;

  readonly #listing = new Listing(() => this.requestUpdate());
  #viewLoads: Promise<void> | undefined;
  #rows: Row[] = [];
  #shared: ReadonlySet<string> = new Set();

  /** @internal */
  protected override detached(): void {
    super.detached();
    // Loaded results stay. An incomplete listing is loaded again.
    if (!this.#listing.progress) return;
    this.#listing.stop();
    this.reload();
  }

  /**
   * Moves the focus to a call's row, by default that of the chosen call. Returns whether the row is
   * shown.
   */
  focusRow(callId: string | null | undefined = this.selected): boolean {
    const row = [...this.shadowRoot!.querySelectorAll<HTMLElement>("[data-calls]")].find((one) =>
      one.dataset["calls"]!.split(" ").includes(callId ?? ""),
    );
    const target = row?.querySelector<HTMLElement>("[part~=candidate]");
    target?.focus();
    return !!target;
  }

  get #all(): readonly ScreeningResult[] {
    return this.results ?? this.#listing.results;
  }

  /** @internal */
  protected get source(): string {
    const { jobId, filters } = this;
    return !this.results && (jobId || filters) ? JSON.stringify([jobId, filters]) : "";
  }

  /** @internal */
  protected get hasContent(): boolean {
    return !!this.#all.length && !!this.view;
  }

  /** @internal */
  protected get isEmpty(): boolean {
    return !this.loading && !this.#all.length && (this.#listing.isComplete || !this.source);
  }

  /** @internal */
  protected begin(source: string): void {
    this.error = undefined;
    if (!source) return this.#listing.forget();
    this.page = 0;
    const filters = { ...this.filters, ...(this.jobId && { job_id: this.jobId }) };
    this.#listing.load(this.usedClient!, filters, {
      page: () => this.answered(),
      end: () => {
        this.answered();
        const { length: n } = this.#listing.results;
        this.announce(this.t("range", { from: n && 1, to: n, n }));
      },
      error: (error) => this.reportFailure(error),
    });
  }

  /** @internal */
  protected override halt(): void {
    this.#listing.stop();
  }

  async #loadView(): Promise<void> {
    try {
      const loaded = await import("./view.js");
      this.adopt(loaded.tableStyles);
      this.view = loaded;
    } catch (error) {
      this.#viewLoads = undefined;
      this.error ??= error;
    }
  }

  /** @internal */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#viewLoads;
    return super.getUpdateComplete();
  }

  #date(result: ScreeningResult): number | null {
    return this.view!.dateOfResult(result, this.dateOf);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { view } = this;
    if (!view) {
      if (!this.isEmpty && !this.error) this.#viewLoads ??= this.#loadView();
      return;
    }
    this.#rows = view.rowsOf(this.#all, !this.ungrouped, {
      name: (result) => view.nameOfResult(result, this.nameOf) ?? this.t("unnamed"),
      date: (result) => this.#date(result),
    });
    this.#shared = view.sharedNames(this.#rows);
  }

  #columns(): Column[] {
    return this.view!.columnsOf({
      custom: this.columns ?? [],
      isGrouped: !this.ungrouped,
      hasDates: this.#all.some((result) => this.#date(result) !== null),
      date: (result) => this.#date(result),
      candidate: (row) => this.#candidate(row),
      locale: this.locale,
      numeral: (value) => this.numeral(value),
      t: this.t,
    });
  }

  #candidate(row: Row): unknown {
    return this.view!.candidate(row, {
      isShared: this.#shared.has(row.name),
      isOpen: this.opened.has(row.key),
      toggle: () => this.#toggle(row),
      t: this.t,
    });
  }

  /** The filtered and sorted rows. */
  #visible(columns: readonly Column[]): Row[] {
    const { order, filter, locale } = this;
    const { matching, sorted } = this.view!;
    const column = columns.find(({ name }) => name === order.column) ?? columns[0]!;
    const { collator } = formatsOf(locale);
    return sorted(matching(this.#rows, filter), column.value, order.isUp, collator);
  }

  #sortBy(column: string): void {
    this.order = this.view!.nextOrder(this.order, column);
    this.page = 0;
  }

  /** Changes the filter and shows the first page. */
  #narrow(filter: Partial<RowFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.page = 0;
  }

  #select(result: ScreeningResult): void {
    this.selected = result.call_id;
    this.emit("ninjahire-call-select", { result });
  }

  #toggle({ key }: Row): void {
    const opened = new Set(this.opened);
    if (!opened.delete(key)) opened.add(key);
    this.opened = opened;
    void this.#loadBreakdown();
  }

  async #loadBreakdown(): Promise<void> {
    try {
      const [module] = await Promise.all([import("./breakdown.js"), init()]);
      this.breakdown = module.breakdown;
    } catch {
      this.helpersFailed = true;
    }
  }

  #export = async () => {
    try {
      const { exportTable } = await import("./csv.js");
      const columns = this.#columns();
      const title = this.jobTitle ?? this.jobId ?? this.t("results");
      const name = exportTable(columns, this.#visible(columns), title);
      this.saved = this.t("saved", { name });
      this.announce(this.saved);
      this.helpersFailed = false;
    } catch {
      this.helpersFailed = true;
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
    const { progress } = this.#listing;
    if (!progress) return nothing;
    const { seen, count } = progress;
    const text = count ? this.t("loadingResults", { seen, n: count }) : this.t("loading");
    return html`<div part="progress" class="small muted row bar">
      <progress aria-label=${text} max=${count || 1} .value=${count ? seen : 0}></progress>${text}
    </div>`;
  }

  #content(): unknown {
    const { t, order, selected, opened } = this;
    const { pageOf, pager, table, toolbar } = this.view!;
    const columns = this.#columns();
    const rows = this.#visible(columns);
    const page = pageOf(rows, this.page, this.pageSize || 25);
    const sortBy = (column: string) => this.#sortBy(column);
    return html`${toolbar({
      results: this.#all,
      columns,
      filter: this.filter,
      order,
      isComplete: !this.#listing.progress,
      narrow: (filter) => this.#narrow(filter),
      sortBy,
      exportCsv: this.#export,
      t,
    })}
    ${this.#bar()}
    ${this.saved ? html`<p part="saved" class="pad small muted">${this.saved}</p>` : nothing}
    ${this.helpersFailed ? html`<p class="pad small bad" role="alert">${t("errorReading")}</p>` : nothing}
    ${this.error ? this.failure(this.error, () => this.reload(), "incomplete") : nothing}
    ${
      rows.length
        ? table({
            columns,
            page,
            order,
            selected: selected ?? null,
            opened,
            sortBy,
            select: (result) => this.#select(result),
            breakdown: (result) => this.breakdown?.(result) ?? nothing,
            t,
          })
        : html`<p part="empty" class="none">${t("resultsNone")}</p>`
    }
    ${pager(page, rows.length, (to) => (this.page = to), t)}`;
  }
}
