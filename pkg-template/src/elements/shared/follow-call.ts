import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CallUpdate, NinjaHireClient, WatchOptions } from "../../index.js";

/** What happens to a call that is followed. */
export interface CallListener {
  update(update: CallUpdate): void;
  /** The service does not answer at present; or, without an argument, it does again. */
  stale(stale?: Stale): void;
  end(): void;
  error(error: unknown): void;
}

/** Since when the service has not answered, and with what it failed last. */
export interface Stale {
  sinceMs: number;
  error: unknown;
}

/** Follows one call at a time, for as long as its host is on the page. */
export class CallFollower implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #controller: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a disconnecting and a connecting in one: only what stays away is stopped.
    queueMicrotask(() => this.#host.isConnected || this.stop());
  }

  stop(): void {
    this.#controller?.abort();
  }

  /** Follows this call, in place of the last one. */
  follow(
    client: NinjaHireClient,
    callId: string,
    until: WatchOptions["until"],
    listener: CallListener,
  ): void {
    this.stop();
    this.#controller = new AbortController();
    void watch(client, callId, { until, signal: this.#controller.signal }, listener);
  }
}

async function watch(
  client: NinjaHireClient,
  callId: string,
  options: WatchOptions & { signal: AbortSignal },
  listener: CallListener,
): Promise<void> {
  const { signal } = options;
  try {
    for await (const update of client.watchCall(callId, options)) {
      if (signal.aborted) return;
      const { stale } = update as { stale?: Stale };
      // The first answer may be still to come.
      if (update.call) listener.update(update);
      listener.stale(stale);
    }
    if (!signal.aborted) listener.end();
  } catch (error) {
    if (!signal.aborted) listener.error(error);
  }
}
