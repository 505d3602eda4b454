import type { CallUpdate, NinjaHireClient, WatchOptions } from "../index.js";

/** What happens to a call that is followed. */
export interface CallListener {
  update(update: CallUpdate): void;
  end(): void;
  error(error: unknown): void;
}

/** Follows one call at a time. */
export class CallWatch {
  #abort: AbortController | undefined;

  async start(
    client: NinjaHireClient,
    callId: string,
    until: WatchOptions["until"],
    listener: CallListener,
  ): Promise<void> {
    this.stop();
    const { signal } = (this.#abort = new AbortController());
    try {
      for await (const update of client.watchCall(callId, { until, signal })) {
        if (signal.aborted) return;
        listener.update(update);
      }
      if (!signal.aborted) listener.end();
    } catch (error) {
      if (!signal.aborted) listener.error(error);
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}
