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
   * effect. Never rejects; the snapshot says what became of it. While an application is being
   * dialled, dialling it again is that same dial. Another application is a dial of its own, and the
   * snapshot is about the last one.
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
  const underWay = new Map<string, Promise<InstantCall | undefined>>();

  async function dial(applicationId: string, options?: DialOptions) {
    core.set({ ...idle, status: "placing", applicationId });
    const setLast = (change: Partial<InstantCallSnapshot>) => {
      if (core.getSnapshot().applicationId === applicationId) core.set(change);
    };
    try {
      const call = await client.initiateInstantCall(applicationId, options);
      setLast({ status: "placed", call });
      return call;
    } catch (error) {
      setLast({ status: "error", error });
      return undefined;
    }
  }

  return {
    subscribe: core.subscribe,
    getSnapshot: core.getSnapshot,
    place(applicationId, options) {
      let dialling = underWay.get(applicationId);
      if (!dialling) {
        dialling = dial(applicationId, options).finally(() => underWay.delete(applicationId));
        underWay.set(applicationId, dialling);
      }
      return dialling;
    },
    reset() {
      if (core.getSnapshot().status !== "placing") core.set(idle);
    },
  };
}
