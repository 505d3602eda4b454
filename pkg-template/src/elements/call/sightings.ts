import { dateOfCall, millisecondsOf } from "../shared/call-state.js";
import type { Shown } from "./shown.js";

/** When this page has seen what of a call, in milliseconds since 1970. */
export class Sightings {
  /** When the call was last seen to change, or first seen. */
  changedAt: number | null = null;
  /** When it was seen to begin. */
  begunAt: number | null = null;
  /** It was seen to go on: what comes later must not move what is read. */
  wasLive = false;

  /** Notes what is seen now, after what was seen before. `givenDate` is what the page says of the call's date. */
  note({ call, turns }: Shown, before: Shown | null, givenDate: unknown, now: number): void {
    const isLive = call.call_status === "call_in_progress";
    this.wasLive ||= isLive;
    if (before?.turns.length === turns.length) return;
    if (isLive && !turns.length) this.begunAt ??= now;
    // That it is seen for the first time is no news of it, where its age is known.
    const date = dateOfCall(call) ?? millisecondsOf(givenDate);
    if (before || date === null) this.changedAt = now;
  }
}
