import { html, nothing } from "lit";
import type { ScreeningResult, ScreeningResultsFilters } from "../index.js";
import { NinjahireElement } from "./base.js";
import { errorText } from "./errors.js";
import { compare } from "./format.js";
import { icons } from "./icons.js";
import { dial, pill, save, wordFor } from "./parts.js";
import { reading } from "./reading.js";
import { resultsStyles } from "./styles/results.js";
import { tokens } from "./styles/tokens.js";
import type { StringName } from "./strings.js";

type Column = "candidate" | "score" | "assessment" | "status";

/**
 * A job's screening results: sorted, filtered, page by page.
 *
 * @attr {string} job-id - The job whose results are loaded.
 * @attr {number} page-size - How many are shown at once. Default 25.
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
 * @fires {CustomEvent<{ result: ScreeningResult }>} ninjahire-call-select - A result was chosen.
 * @fires {CustomEvent<{ error: unknown }>} ninjahire-call-error - The results could not be loaded.
 */
export class NinjahireResults extends NinjahireElement {
  /** @internal */
  static override properties = {
    jobId: { attribute: "job-id" },
    pageSize: { attribute: "page-size", type: Number },
    filters: { attribute: false },
    results: { attribute: false },
    nameOf: { attribute: false },
    selected: { attribute: false },
    loaded: { state: true },
    progress: { state: true },
    error: { state: true },
    exportFailed: { state: true },
    sort: { state: true },
    isUp: { state: true },
    query: { state: true },
    status_: { state: true },
    assessment: { state: true },
    page: { state: true },
  };
  /** @internal */
  static styles = [tokens, resultsStyles];

  declare jobId: string | null;
  declare pageSize: number;
  /** What the listing is narrowed by, besides the job. */
  declare filters: ScreeningResultsFilters | undefined;
  /** Results to show, in place of those to load. */
  declare results: readonly ScreeningResult[] | null;
  /** What a candidate is called; the vendor gives ids only. */
  declare nameOf: ((result: ScreeningResult) => string | null | undefined) | undefined;
  /** The chosen call's id. */
  declare selected: string | null;
  /** @internal */
  declare loaded: readonly ScreeningResult[];
  /** @internal */
  declare progress: { seen: number; count: number | null } | null;
  /** @internal */
  declare error: unknown;
  /** @internal */
  declare exportFailed: boolean;
  /** @internal */
  declare sort: Column;
  /** @internal */
  declare isUp: boolean;
  /** @internal */
  declare query: string;
  /** @internal */
  declare status_: string;
  /** @internal */
  declare assessment: string;
  /** @internal */
  declare page: number;

  #loading = "";
  #client: unknown;
  #run = 0;

  constructor() {
    super();
    this.pageSize = 25;
    this.results = this.progress = this.selected = null;
    this.loaded = [];
    this.sort = "score";
    this.isUp = this.exportFailed = false;
    this.query = this.status_ = this.assessment = "";
    this.page = 0;
  }

  /** @internal */
  protected override detached(): void {
    // What was loaded stays; what was not is loaded anew.
    if (!this.progress) return;
    this.#run++;
    this.#loading = "";
  }

  /** Loads the results anew. */
  reload(): void {
    this.#loading = "";
    this.requestUpdate();
  }

  /** @internal */
  protected override willUpdate(): void {
    const { jobId, filters, usedClient: client } = this;
    const wanted =
      this.results || !client || !(jobId || filters) || !this.isConnected
        ? ""
        : JSON.stringify([jobId, filters]);
    if (wanted === this.#loading && client === this.#client) return;
    if (!this.isConnected) return;
    this.#client = client;
    this.#loading = wanted;
    this.#run++;
    this.progress = null;
    this.error = undefined;
    if (wanted) void this.#load();
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    const filters = { ...this.filters, ...(this.jobId && { job_id: this.jobId }) };
    const controller = new AbortController();
    this.loaded = [];
    this.page = 0;
    this.progress = { seen: 0, count: null };
    try {
      const listing = this.usedClient!.screeningResults(
        { size: 100, ...filters },
        { signal: controller.signal },
      );
      for await (const page of listing.pages()) {
        if (run !== this.#run) return controller.abort();
        this.loaded = this.loaded.concat(page.data);
        this.progress = { seen: listing.seen, count: page.count };
      }
    } catch (error) {
      if (run !== this.#run) return;
      this.error = error;
      this.emit("ninjahire-call-error", { error });
    }
    if (run !== this.#run) return;
    this.progress = null;
    if (!this.error)
      this.announce(
        this.t("range", {
          from: this.loaded.length && 1,
          to: this.loaded.length,
          n: this.loaded.length,
        }),
      );
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

  #word(kind: "status" | "assessment", result: ScreeningResult): string {
    const value = kind === "status" ? result.call_status : result.ninjahire_intelligence;
    return wordFor(kind, value, (name) => this.t(name))[0];
  }

  #rows(): ScreeningResult[] {
    const { locale, sort } = this;
    const wanted = this.query.trim().toLocaleLowerCase();
    const rows = (this.results ?? this.loaded).filter(
      (result) =>
        (!this.status_ || result.call_status === this.status_) &&
        (!this.assessment || (result.ninjahire_intelligence ?? "-") === this.assessment) &&
        (!wanted || this.#name(result).toLocaleLowerCase().includes(wanted)),
    );
    const way = this.isUp ? 1 : -1;
    const text = (result: ScreeningResult) =>
      sort === "candidate" ? this.#name(result) : this.#word(sort as "status", result);
    const keyed = rows.map((result) => ({
      result,
      key: sort === "score" ? result.call_score : text(result),
    }));
    keyed.sort(({ key: a }, { key: b }) => {
      // What has no assessment is behind everything, whichever way it is sorted.
      if (a === null || a === "") return b === null || b === "" ? 0 : 1;
      if (b === null || b === "") return -1;
      return way * (typeof a === "number" ? a - (b as number) : compare(locale, a, b as string));
    });
    return keyed.map(({ result }) => result);
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
      save(
        await resultsToCsv(this.#rows()),
        "text/csv;charset=utf-8",
        `${this.jobId ?? "results"}.csv`,
      );
      this.exportFailed = false;
    } catch {
      this.exportFailed = true;
    }
  };

  get #state(): "empty" | "loading" | "error" | "done" {
    if ((this.results ?? this.loaded).length) return "done";
    if (this.progress) return "loading";
    if (this.error) return "error";
    if (this.results || !(this.jobId || this.filters)) return "empty";
    if (!this.usedClient)
      return this.closest("ninjahire-provider:not(:defined)") ? "loading" : "error";
    return this.#loading ? "empty" : "loading";
  }

  /** @internal */
  protected override updated(): void {
    this.setAttribute("state", this.#state);
  }

  /** @internal */
  protected override render(): unknown {
    const state = this.#state;
    return html`<slot name="header"></slot>
      <div part="base" class="card base">
        ${
          state === "done"
            ? this.#table()
            : state === "loading"
              ? html`<div class="pad">${this.#bar()}${this.skeleton(9)}</div>`
              : state === "error"
                ? this.failure(
                    this.error,
                    this.error ? () => this.reload() : undefined,
                    this.error ? undefined : this.t("errorNoClient"),
                  )
                : this.empty("resultsEmpty")
        }
      </div>
      ${this.status}`;
  }

  #bar(): unknown {
    const { seen, count } = this.progress ?? {};
    if (seen === undefined) return nothing;
    const text = count ? this.t("loadingResults", { seen, n: count }) : this.t("loading");
    return html`<div part="progress" class="small muted bar">
      <progress aria-label=${text} max=${count || 1} .value=${count ? seen : 0}></progress>${text}
    </div>`;
  }

  #choice(
    name: StringName,
    key: "status_" | "assessment",
    values: (string | null)[],
    kind: "status" | "assessment",
  ): unknown {
    const known = [...new Set(values)].filter((value): value is string => !!value).sort();
    return html`<select
      part="filter"
      aria-label=${this.t(kind)}
      .value=${this[key]}
      @change=${(event: Event) => ((this[key] = (event.target as HTMLSelectElement).value), (this.page = 0))}
    >
      <option value="">${this.t(name)}</option>
      ${known.map((value) => html`<option value=${value} ?selected=${value === this[key]}>${wordFor(kind, value, (text) => this.t(text))[0]}</option>`)}
      ${kind === "assessment" ? html`<option value="-">${this.t("notAssessed")}</option>` : nothing}
    </select>`;
  }

  #table(): unknown {
    const all = this.results ?? this.loaded;
    const rows = this.#rows();
    const last = Math.max(0, Math.ceil(rows.length / this.pageSize) - 1);
    const page = Math.min(this.page, last);
    const from = page * this.pageSize;
    const visible = rows.slice(from, from + this.pageSize);
    const search = this.t("filter");
    return html`<div part="toolbar" class="row pad tools">
        <input
          part="filter"
          type="search"
          dir=${this.query ? "auto" : nothing}
          aria-label=${search}
          placeholder=${search}
          .value=${this.query}
          @input=${(event: Event) => ((this.query = (event.target as HTMLInputElement).value), (this.page = 0))}
        />
        ${this.#choice(
          "allStatuses",
          "status_",
          all.map(({ call_status }) => call_status),
          "status",
        )}
        ${this.#choice(
          "allAssessments",
          "assessment",
          all.map(({ ninjahire_intelligence }) => ninjahire_intelligence),
          "assessment",
        )}
        <span class="row end"
          ><slot name="actions"></slot>
          <button type="button" part="button" ?disabled=${!!this.progress} @click=${this.#export}>
            ${icons.save()}${this.t("csv")}
          </button></span
        >
      </div>
      ${this.#bar()}
      ${this.exportFailed ? html`<p class="pad small bad" role="alert">${this.t("errorReading")}</p>` : nothing}
      ${this.error ? this.failure(this.error, () => this.reload(), `${this.t("incomplete")} ${this.t(errorText(this.error))}`) : nothing}
      ${
        rows.length
          ? html`<table part="table" role="table" aria-label=${this.t("results")}>
              <thead role="rowgroup">
                <tr role="row">
                  ${(["candidate", "score", "assessment", "status"] as const).map(
                    (column) =>
                      html`<th
                        role="columnheader"
                        scope="col"
                        class=${column}
                        aria-sort=${this.sort === column ? (this.isUp ? "ascending" : "descending") : "none"}
                      >
                        <button
                          type="button"
                          part="button"
                          class="bare"
                          @click=${() => this.#sortBy(column)}
                        >
                          ${this.t(column)}${this.sort === column ? (this.isUp ? icons.up() : icons.down()) : nothing}
                        </button>
                      </th>`,
                  )}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${visible.map((result) => this.#row(result))}
              </tbody>
            </table>`
          : html`<p part="empty" class="none">${this.t("resultsNone")}</p>`
      }
      <nav part="pages" class="row pad pages small muted" aria-label=${this.t("pages")}>
        <span role="status"
          >${this.t("range", { from: rows.length && from + 1, to: from + visible.length, n: rows.length })}</span
        >
        ${([-1, 1] as const).map(
          (by) =>
            html`<button
              type="button"
              part="button"
              class="bare icon flip"
              aria-label=${this.t(by < 0 ? "previousPage" : "nextPage")}
              ?disabled=${by < 0 ? !page : page >= last}
              @click=${() => (this.page = page + by)}
            >
              ${by < 0 ? icons.back() : icons.on()}
            </button>`,
        )}
      </nav>`;
  }

  #row(result: ScreeningResult): unknown {
    const t = (name: StringName) => this.t(name);
    const { call_score, call_status, ninjahire_intelligence, call_id } = result;
    const isChosen = call_id !== null && call_id === this.selected;
    return html`<tr
      part="row"
      role="row"
      aria-current=${isChosen ? "true" : nothing}
      @click=${() => this.#select(result)}
    >
      <th role="rowheader" scope="row" class="candidate">
        <button type="button" part="candidate" class="link">
          <bdi>${this.#name(result)}</bdi>
        </button>
      </th>
      <td role="cell" part="score" class="score">
        ${
          call_score === null
            ? html`<span class="small muted">${t("notAssessed")}</span>`
            : html`${dial(call_score)}<b>${this.number(call_score)}</b>`
        }
      </td>
      <td role="cell">${pill("assessment", ninjahire_intelligence, t)}</td>
      <td role="cell">${pill("status", call_status, t)}</td>
    </tr>`;
  }
}
