import { dateOfCall, millisecondsOf } from "../shared/call-state.js";
import type { Shown } from "./shown.js";

/** When this page saw a call change, in milliseconds since 1970. */
export class Sightings {
  /** When the call last changed, or was first seen. */
  changedAt: number | null = null;
  /** When the call began, if this page saw that. */
  begunAt: number | null = null;
  /** Whether this page saw the call live. Later content must then not move what is being read. */
  wasLive = false;

  /**
   * Records what this page sees of a call. `before` is what it saw before, and `givenDate` the date
   * that the page gives.
   */
  note({ call, turns }: Shown, before: Shown | null, givenDate: unknown, now: number): void {
    const isLive = call.call_status === "call_in_progress";
    this.wasLive ||= isLive;
    if (before?.turns.length === turns.length) return;
    if (isLive && !turns.length) this.begunAt ??= now;
    // If the date is known, seeing a call for the first time does not mean that it has changed.
    const date = dateOfCall(call) ?? millisecondsOf(givenDate);
    if (before || date === null) this.changedAt = now;
  }
}
