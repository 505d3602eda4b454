import type { CallUpdate, NinjaHireClient } from "../client.js";
import type { WatchOptions } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { type Store, StoreCore } from "./store.js";

/** How a call is followed; the store has its own signal. */
export type CallStoreOptions = Omit<WatchOptions, "signal">;

/** A call that is followed, as of now. Everything that an update has is in it, once there is one. */
export interface CallSnapshot extends Partial<CallUpdate> {
  /**
   * `"idle"`: there is no call to follow. `"loading"`: it is not there yet. `"following"`: it goes on.
   * `"done"`: it has ended, or is assessed. `"error"`: following it ended with `error`; `call` is the
   * last that was seen.
   */
  status: "idle" | "loading" | "following" | "done" | "error";
  /** All turns so far. Those that did not change are the same objects as before. */
  turns: readonly Turn[];
  /** What went wrong: a `NinjaHireError`. */
  error: unknown;
}

/** A call that is followed while there are subscribers. */
export interface CallStore extends Store<CallSnapshot> {
  /** Follows anew, after an error or when it was done. */
  refresh(): void;
}

const idle: CallSnapshot = Object.freeze({ status: "idle", turns: [], error: undefined });
const loading: CallSnapshot = Object.freeze({ ...idle, status: "loading" });

/**
 * Follows a call for as long as somebody subscribes. Does nothing before that, so that it can be
 * made anywhere: on a server, in a render that is thrown away.
 *
 * @param callId `null` or `undefined`: there is no call yet.
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

  /** What was seen stays until there is something newer. */
  const startOver = () =>
    core.set({ status: core.getSnapshot().call ? "following" : "loading", error: undefined });

  async function follow(signal: AbortSignal): Promise<void> {
    // What is done stays done when somebody subscribes again.
    if (callId == null || core.getSnapshot().status === "done") return;
    if (core.getSnapshot().status === "error") startOver();
    try {
      for await (const update of client.watchCall(callId, { ...options, signal })) {
        if (signal.aborted) return;
        const { changed, newTurns } = update;
        const kept = core.getSnapshot().turns.slice(0, changed.firstNewTurn);
        // Replaced, since an update may lack what the one before had.
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
