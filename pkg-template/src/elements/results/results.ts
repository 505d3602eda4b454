import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { ScreeningResult, ScreeningResultsFilters } from "../../index.js";
import type { StringName } from "../i18n/strings.js";
import { formatsOf } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { LoadingElement } from "../shared/loader.js";
import { button, dial, pill, save, wordFor } from "../shared/parts.js";
import { reading } from "../shared/reading.js";
import { tokens } from "../shared/tokens.js";
import { resultsStyles } from "./styles.js";

const columns = ["candidate", "score", "assessment", "status"] as const;
type Column = (typeof columns)[number];

/** Where the vendor's two enums are. */
const fields = { status: "call_status", assessment: "ninjahire_intelligence" } as const;

/**
 * A job's screening results: sorted, filtered, page by page.
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
  @property({ attribute: "job-id" }) jobId: string | null = null;
  /** How many are shown at once. */
  @property({ attribute: "page-size", type: Number }) pageSize: number = 25;
  /** What the listing is narrowed by, besides the job. */
  @property({ attribute: false }) filters: ScreeningResultsFilters | undefined;
  /** Results to show, in place of those to load. */
  @property({ attribute: false }) results: readonly ScreeningResult[] | null = null;
  /** What a candidate is called; the vendor gives ids only. */
  @property({ attribute: false }) nameOf:
    ((result: ScreeningResult) => string | null | undefined) | undefined;
  /** The chosen call's id. */
  @property({ attribute: false }) selected: string | null = null;
  /** @internal */
  @state() loaded: readonly ScreeningResult[] = [];
  /** @internal */
  @state() progress: { seen: number; count: number | null } | null = null;
  /** @internal */
  @state() exportFailed: boolean = false;
  /** @internal */
  @state() sort: Column = "score";
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

  #isLoaded = false;
  #run = 0;

  /** @internal */
  protected override detached(): void {
    // What was loaded stays; what was not is loaded anew.
    if (!this.progress) return;
    this.#run++;
    this.reload();
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
    const controller = new AbortController();
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
        this.loaded = this.loaded.concat(page.data);
        this.progress = { seen: listing.seen, count: page.count };
      }
      if (!isCurrent()) return;
      this.#isLoaded = true;
      const { length: n } = this.loaded;
      this.announce(this.t("range", { from: n && 1, to: n, n }));
    } catch (error) {
      if (!isCurrent()) return;
      this.reportFailure(error);
    }
    this.progress = null;
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

  /** What a result is sorted by; `null` where there is none. */
  #key(result: ScreeningResult): string | number | null {
    const { sort } = this;
    if (sort === "score") return result.call_score;
    return sort === "candidate"
      ? this.#name(result)
      : wordFor(sort, result[fields[sort]], this.t)[0];
  }

  #rows(): ScreeningResult[] {
    const wanted = this.query.trim().toLocaleLowerCase();
    const { collator } = formatsOf(this.locale);
    const way = this.isUp ? 1 : -1;
    return this.#all
      .filter(
        (result) =>
          (!this.status_ || result.call_status === this.status_) &&
          (!this.assessment || (result.ninjahire_intelligence ?? "-") === this.assessment) &&
          (!wanted || this.#name(result).toLocaleLowerCase().includes(wanted)),
      )
      .map((result) => {
        const key = this.#key(result);
        // What has no assessment is behind everything, whichever way it is sorted.
        return { result, key, isLast: +(key === null || key === "") };
      })
      .sort(
        (a, b) =>
          a.isLast - b.isLast ||
          way *
            (typeof a.key === "number"
              ? a.key - (b.key as number)
              : collator.compare(a.key as string, b.key as string)),
      )
      .map(({ result }) => result);
  }

  #sortBy(column: Column): void {
    if (this.sort === column) this.isUp = !this.isUp;
    else {
      this.sort = column;
      this.isUp = column !== "score";
    }
    this.page = 0;
  }

  #select(result: ScreeningResult): void {
    this.selected = result.call_id;
    this.emit("ninjahire-call-select", { result });
  }

  #export = async () => {
    try {
      const { resultsToCsv } = await reading();
      save(await resultsToCsv(this.#rows()), "text/csv", `${this.jobId ?? "results"}.csv`);
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
          () => this.#table(),
          this.error,
          () => this.reload(),
          "resultsEmpty",
          this.#bar(),
        )}
      </div>
      ${this.status}`;
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

  #table(): unknown {
    const { t, pageSize } = this;
    const rows = this.#rows();
    const last = Math.ceil((rows.length || 1) / pageSize) - 1;
    const page = Math.min(this.page, last);
    const from = page * pageSize;
    const visible = rows.slice(from, from + pageSize);
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
        <span class="row end"
          ><slot name="actions"></slot>
          ${button([icon("save"), t("csv")], this.#export, "", "button", nothing, !!this.progress)}</span
        >
      </div>
      ${this.#bar()}
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
                ${visible.map((result) => this.#row(result))}
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

  #heading(column: Column): unknown {
    const isSorted = this.sort === column;
    const way = this.isUp ? "ascending" : "descending";
    return html`<th
      role="columnheader"
      scope="col"
      class=${column}
      aria-sort=${isSorted ? way : "none"}
    >
      ${button(
        [this.t(column), isSorted ? icon(this.isUp ? "up" : "down") : nothing],
        () => this.#sortBy(column),
        "bare",
      )}
    </th>`;
  }

  #row(result: ScreeningResult): unknown {
    const { t } = this;
    const { call_score, call_status, ninjahire_intelligence, call_id } = result;
    const isChosen = call_id !== null && call_id === this.selected;
    return html`<tr
      part="row"
      role="row"
      aria-current=${isChosen ? "true" : nothing}
      @click=${() => this.#select(result)}
    >
      <th role="rowheader" scope="row" class="candidate">
        ${button(html`<bdi>${this.#name(result)}</bdi>`, undefined, "link", "candidate")}
      </th>
      <td role="cell" part="score" class="score">
        ${
          call_score === null
            ? html`<span class="small muted">${t("notAssessed")}</span>`
            : html`${dial(call_score)}<b>${this.numeral(call_score)}</b>`
        }
      </td>
      <td role="cell">${pill("assessment", ninjahire_intelligence, t)}</td>
      <td role="cell">${pill("status", call_status, t)}</td>
    </tr>`;
  }
}
