import type { NinjaHireClient } from "../client.js";
import type { DialOptions, InstantCall } from "../generated/types.js";
import { type Store, StoreCore } from "./store.js";

/** The state of a dial. */
export interface InstantCallSnapshot {
  /**
   * `"idle"`: nothing was dialled. `"placing"`: a phone may be about to ring. `"placed"`: it rings.
   * `"error"`: see `error`; with the code `dial_outcome_unknown` the phone may be ringing.
   */
  status: "idle" | "placing" | "placed" | "error";
  /** The call that was placed. */
  call: InstantCall | undefined;
  /** The application of the last dial. */
  applicationId: string | undefined;
  /** The error, mostly a `NinjaHireError`. */
  error: unknown;
}

/** Dials, and keeps the state of the last dial. */
export interface InstantCallStore extends Store<InstantCallSnapshot> {
  /**
   * **Rings the candidate's phone, now**, once. Call it from an event handler, never from a render
   * or an effect. It never rejects; the snapshot has the outcome. While a dial is under way,
   * another call for its application joins it. A call for another application is a separate dial,
   * and the snapshot is that of the last one.
   */
  place(applicationId: string, options?: DialOptions): Promise<InstantCall | undefined>;
  /** Clears the state of the last dial, unless it is under way. */
  reset(): void;
}

const idle: InstantCallSnapshot = Object.freeze({
  status: "idle",
  call: undefined,
  applicationId: undefined,
  error: undefined,
});

/**
 * A dial with its state. Unlike a read it goes on without subscribers: a request that is sent makes
 * the phone ring in any case.
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
