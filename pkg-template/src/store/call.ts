import type { CallUpdate, NinjaHireClient } from "../client.js";
import type { WatchOptions } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { type Store, StoreCore } from "./store.js";

/** Options of following a call. The store has its own signal. */
export type CallStoreOptions = Omit<WatchOptions, "signal">;

/** The state of a followed call. After the first update it has all fields of the last one. */
export interface CallSnapshot extends Partial<CallUpdate> {
  /**
   * `"idle"`: there is no call to follow. `"loading"`: no update has arrived yet. `"following"`:
   * the call goes on. `"done"`: it has ended, or is assessed. `"error"`: following ended with
   * `error`; `call` is the last known one.
   */
  status: "idle" | "loading" | "following" | "done" | "error";
  /** All turns so far. An unchanged turn stays the same object. */
  turns: readonly Turn[];
  /** The error, mostly a `NinjaHireError`. */
  error: unknown;
}

/** A call that is followed while there are subscribers. */
export interface CallStore extends Store<CallSnapshot> {
  /** Starts following again: after an error, or when it is done. */
  refresh(): void;
}

const idle: CallSnapshot = Object.freeze({ status: "idle", turns: [], error: undefined });
const loading: CallSnapshot = Object.freeze({ ...idle, status: "loading" });

/**
 * Follows a call while it has subscribers. Without them it does nothing, so it can be created
 * anywhere: on a server, or in a render that is discarded.
 *
 * @param callId `null` or `undefined` while there is no call yet.
 * @example
 * const store = createCallStore(client, callId);
 * const stop = store.subscribe(() => render(store.getSnapshot()));
 */
export function createCallStore(
  client: NinjaHireClient,
  callId: string | null | undefined,
  options?: CallStoreOptions,
): CallStore {
  const core = new StoreCore<CallSnapshot>(callId == null ? idle : loading, follow);

  /** Keeps the last update until there is a newer one. */
  const startOver = () =>
    core.set({ status: core.getSnapshot().call ? "following" : "loading", error: undefined });

  async function follow(signal: AbortSignal): Promise<void> {
    // A call that is done is not followed again for a new subscriber.
    if (callId == null || core.getSnapshot().status === "done") return;
    if (core.getSnapshot().status === "error") startOver();
    try {
      for await (const update of client.watchCall(callId, { ...options, signal })) {
        if (signal.aborted) return;
        const { changed, newTurns } = update;
        const kept = core.getSnapshot().turns.slice(0, changed.firstNewTurn);
        // Replaced and not merged, because an update may lack fields of the previous one.
        const turns = [...kept, ...newTurns];
        core.replace({ ...update, status: "following", turns, error: undefined });
      }
      if (!signal.aborted) core.set({ status: "done" });
    } catch (error) {
      if (!signal.aborted) core.set({ status: "error", error });
    }
  }

  return {
    subscribe: core.subscribe,
    getSnapshot: core.getSnapshot,
    refresh() {
      if (callId == null) return;
      startOver();
      core.restart();
    },
  };
}
