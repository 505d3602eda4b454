/** The elements' events and their details. */

import type { CallDetails, CallUpdate, InstantCall, ScreeningResult, Turn } from "../index.js";

/** Fires before anything is sent. `preventDefault()` stops the call from being placed. */
export type CallRequestEvent = CustomEvent<{ applicationId: string; redial: boolean }>;
/** The phone rings. */
export type CallPlacedEvent = CustomEvent<{
  applicationId: string;
  callId: string | null;
  call: InstantCall;
}>;
/** The call has changed. */
export type CallUpdatedEvent = CustomEvent<CallUpdate>;
/** The call has ended. */
export type CallCompletedEvent = CustomEvent<{ call: CallDetails }>;
/** Something could not be loaded, placed or followed. */
export type CallErrorEvent = CustomEvent<{ error: unknown; applicationId?: string }>;
/** A result was chosen. */
export type CallSelectEvent = CustomEvent<{ result: ScreeningResult }>;
/** A turn's timestamp was pressed. `preventDefault()` stops the player from seeking. */
export type SeekEvent = CustomEvent<{ time: number; turn: Turn }>;
/** The reader or the player has reached a turn. */
export type TurnEvent = CustomEvent<{ turn: Turn }>;
/** A question was chosen, by its index. */
export type QuestionEvent = CustomEvent<{ question: number }>;

/** The events by name. */
export interface NinjahireEventMap {
  "ninjahire-call-request": CallRequestEvent;
  "ninjahire-call-placed": CallPlacedEvent;
  "ninjahire-call-updated": CallUpdatedEvent;
  "ninjahire-call-completed": CallCompletedEvent;
  "ninjahire-call-error": CallErrorEvent;
  "ninjahire-call-select": CallSelectEvent;
  "ninjahire-seek": SeekEvent;
  "ninjahire-turn": TurnEvent;
  "ninjahire-question": QuestionEvent;
}

declare global {
  interface GlobalEventHandlersEventMap extends NinjahireEventMap {}
}
