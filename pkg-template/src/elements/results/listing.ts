/** Loads the results of a job page by page. */

import type { NinjaHireClient, ScreeningResult, ScreeningResultsFilters } from "../../index.js";

export interface ListingEvents {
  /** A page has arrived. */
  page(): void;
  /** All pages have arrived. */
  end(): void;
  error(error: unknown): void;
}

/** The largest page size of the API. */
const pageSize = 100;

export class Listing {
  results: readonly ScreeningResult[] = [];
  /** How many results have arrived, and how many there are. `null` while nothing is loading. */
  progress: { seen: number; count: number | null } | null = null;
  /** Whether all results have arrived. */
  isComplete: boolean = false;

  readonly #changed: () => void;
  #current: AbortController | undefined;

  /** `changed` is called whenever there is something new to draw. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Removes the loaded results and loads them again. */
  load(client: NinjaHireClient, filters: ScreeningResultsFilters, events: ListingEvents): void {
    this.forget();
    this.results = [];
    const controller = (this.#current = new AbortController());
    this.progress = { seen: 0, count: null };
    void this.#loadPages(client, filters, controller, events);
  }

  async #loadPages(
    client: NinjaHireClient,
    filters: ScreeningResultsFilters,
    controller: AbortController,
    events: ListingEvents,
  ): Promise<void> {
    const isCurrent = () => controller === this.#current;
    try {
      const listing = client.screeningResults(
        { size: pageSize, ...filters },
        { signal: controller.signal },
      );
      for await (const page of listing.pages()) {
        if (!isCurrent()) return;
        this.results = this.results.concat(page.data);
        this.progress = { seen: listing.seen, count: page.count };
        events.page();
        this.#changed();
      }
      if (!isCurrent()) return;
      this.isComplete = true;
      events.end();
    } catch (error) {
      if (!isCurrent()) return;
      events.error(error);
    }
    this.progress = null;
    this.#changed();
  }

  /** Stops loading. Loaded results stay. */
  stop(): void {
    this.#current?.abort();
    this.#current = undefined;
  }

  /** Stops loading and resets the progress. Loaded results stay. */
  forget(): void {
    this.stop();
    this.progress = null;
    this.isComplete = false;
  }
}
