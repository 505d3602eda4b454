/** Handles each webhook once, even where the vendor posts it several times. */

import { type PromptStore, storeKey } from "../proxy/store.js";

/** The outcome of a delivery. */
export type Receipt =
  | "handled"
  /** It was handled before. */
  | "duplicate"
  /** Another delivery of the event is still being handled. */
  | "busy";

export interface Inbox {
  /**
   * Runs `handle` unless this event was handled before. Rejects where `handle` or the store fails;
   * then the next delivery is handled.
   */
  receive(id: string, handle: () => Promise<void>): Promise<Receipt>;
}

export interface InboxOptions {
  store: PromptStore;
  /** How long a lease lasts after its last renewal, in milliseconds. */
  leaseMs: number;
  /** How long an event is remembered, in milliseconds. */
  rememberMs: number;
  /** The longest wait for the end of another delivery, in milliseconds. */
  waitMs: number;
  onError: (error: unknown) => void;
}

const done = "done";

export function createInbox(options: InboxOptions): Inbox {
  const { store, leaseMs, rememberMs, waitMs, onError } = options;

  /** Renews the lease while `work` runs. */
  async function whileLeased(key: string, lease: string, work: () => Promise<void>) {
    const renew = async () => {
      if ((await store.get(key)) === lease) await store.set(key, lease, leaseMs);
    };
    const timer: unknown = setInterval(() => void renew().catch(onError), leaseMs / 3);
    // In Node the timer must not keep the process alive.
    (timer as { unref?: () => void }).unref?.();
    try {
      await work();
    } finally {
      clearInterval(timer as number);
    }
  }

  return {
    receive: async (id, handle) => {
      const key = await storeKey("webhook", id);
      const lease = `leased ${crypto.randomUUID()}`;
      const waitsUntil = performance.now() + waitMs;
      for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.5, 500)) {
        if (await store.setIfAbsent(key, lease, leaseMs)) break;
        if ((await store.get(key)) === done) return "duplicate";
        if (performance.now() > waitsUntil) return "busy";
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      try {
        await whileLeased(key, lease, handle);
      } catch (error) {
        // Without this, the next delivery would wait until the lease expires.
        await store.removeIf(key, lease).catch(onError);
        throw error;
      }
      // `handle` has succeeded. Where the store fails now, the vendor must not post the event again.
      await store.set(key, done, rememberMs).catch(onError);
      return "handled";
    },
  };
}
