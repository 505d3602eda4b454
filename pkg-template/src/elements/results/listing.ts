/** A job's results, page by page: what was loaded, and how far it has come. */

import type { NinjaHireClient, ScreeningResult, ScreeningResultsFilters } from "../../index.js";

export interface ListingEvents {
  /** A page has come. */
  page(): void;
  /** All of them have. */
  end(): void;
  error(error: unknown): void;
}

/** As many as the API gives at once. */
const pageSize = 100;

export class Listing {
  results: readonly ScreeningResult[] = [];
  /** How many have come, of how many; `null` while none are loaded. */
  progress: { seen: number; count: number | null } | null = null;
  /** Whether all are there. */
  isComplete: boolean = false;

  readonly #changed: () => void;
  #current: AbortController | undefined;

  /** `changed` is called whenever there is something new to draw. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Forgets what was loaded, and loads anew. */
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

  /** Ends what is being loaded. What has come stays. */
  stop(): void {
    this.#current?.abort();
    this.#current = undefined;
  }

  /** As before the first load, but for the results. */
  forget(): void {
    this.stop();
    this.progress = null;
    this.isComplete = false;
  }
}
