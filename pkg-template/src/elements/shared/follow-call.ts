import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CallUpdate, NinjaHireClient, Stale, WatchOptions } from "../../index.js";
import { init } from "./core.js";

/** Receives what happens to a call that is followed. */
export interface CallListener {
  update(update: CallUpdate): void;
  /** The service does not answer at present. Without an argument: it answers again. */
  stale(stale?: Stale): void;
  end(): void;
  error(error: unknown): void;
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
    // A move disconnects and connects in one task. Only an element that stays away stops.
    queueMicrotask(() => this.#host.isConnected || this.stop());
  }

  stop(): void {
    this.#controller?.abort();
  }

  /** Follows this call instead of the previous one. */
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
  const updates = client.watchCall(callId, options);
  let hasAnswered = false;
  try {
    // The client may be from another copy of the package, which starts its own wasm.
    let [next] = await Promise.all([updates.next(), init()]);
    for (; !next.done; next = await updates.next()) {
      if (signal.aborted) return;
      const update = next.value;
      const { stale } = update;
      // Before the first answer there is nothing of the call to show.
      hasAnswered ||= !stale;
      if (hasAnswered) listener.update(update);
      listener.stale(stale);
    }
    if (!signal.aborted) listener.end();
  } catch (error) {
    if (!signal.aborted) listener.error(error);
  } finally {
    void updates.return();
  }
}
