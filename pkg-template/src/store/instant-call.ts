import type { NinjaHireClient } from "../client.js";
import type { DialOptions, InstantCall } from "../generated/types.js";
import { type Store, StoreCore } from "./store.js";

/** What became of a dial. */
export interface InstantCallSnapshot {
  /**
   * `"idle"`: nothing was asked for. `"placing"`: a phone may be about to ring. `"placed"`: it rings.
   * `"error"`: see `error`; with the code `dial_outcome_unknown` the phone may ring all the same.
   */
  status: "idle" | "placing" | "placed" | "error";
  /** The call that was placed. */
  call: InstantCall | undefined;
  /** Whom the last dial was for. */
  applicationId: string | undefined;
  /** What went wrong: a `NinjaHireError`. */
  error: unknown;
}

/** Dials, and says what became of it. */
export interface InstantCallStore extends Store<InstantCallSnapshot> {
  /**
   * **Rings the candidate's phone, now**, once: for an event handler, never for a render or an
   * effect. Never rejects; the snapshot says what became of it. While a dial is under way, another
   * one is that same dial.
   */
  place(applicationId: string, options?: DialOptions): Promise<InstantCall | undefined>;
  /** Forgets what became of the last dial, unless it is under way. */
  reset(): void;
}

const idle: InstantCallSnapshot = Object.freeze({
  status: "idle",
  call: undefined,
  applicationId: undefined,
  error: undefined,
});

/**
 * A dial that a page can show. Unlike reads it is not given up when nobody subscribes any more: a
 * request that is on its way rings all the same.
 */
export function createInstantCallStore(client: NinjaHireClient): InstantCallStore {
  const core = new StoreCore<InstantCallSnapshot>(idle, async () => {});
  let placing: Promise<InstantCall | undefined> | undefined;

  async function dial(applicationId: string, options?: DialOptions) {
    core.set({ ...idle, status: "placing", applicationId });
    try {
      const call = await client.initiateInstantCall(applicationId, options);
      core.set({ status: "placed", call });
      return call;
    } catch (error) {
      core.set({ status: "error", error });
      return undefined;
    } finally {
      placing = undefined;
    }
  }

  return {
    subscribe: core.subscribe,
    getSnapshot: core.getSnapshot,
    place: (applicationId, options) => (placing ??= dial(applicationId, options)),
    reset() {
      if (!placing) core.set(idle);
    },
  };
}
