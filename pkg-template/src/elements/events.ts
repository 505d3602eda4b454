/** The elements' tags and events, by name. */

import type { CallDetails, CallUpdate, InstantCall, ScreeningResult, Turn } from "../index.js";
import type { NinjahireCall } from "./call.js";
import type { NinjahireCallButton } from "./call-button.js";
import type { NinjahireProvider } from "./provider.js";
import type { NinjahireResults } from "./results.js";
import type { NinjahireTranscript } from "./transcript.js";

/** What each event brings. */
export interface NinjahireEventMap {
  /** Before anything is sent; `preventDefault()` keeps the call from being placed. */
  "ninjahire-call-request": CustomEvent<{ applicationId: string; redial: boolean }>;
  /** The phone rings. */
  "ninjahire-call-placed": CustomEvent<{
    applicationId: string;
    callId: string | null;
    call: InstantCall;
  }>;
  /** The call has moved on. */
  "ninjahire-call-updated": CustomEvent<CallUpdate>;
  /** The call has ended. */
  "ninjahire-call-completed": CustomEvent<{ call: CallDetails }>;
  /** Something could not be loaded, placed or followed. */
  "ninjahire-call-error": CustomEvent<{ error: unknown; applicationId?: string }>;
  /** A result was chosen. */
  "ninjahire-call-select": CustomEvent<{ result: ScreeningResult }>;
  /** A turn's clock was pressed; `preventDefault()` keeps the player where it is. */
  "ninjahire-seek": CustomEvent<{ time: number; turn: Turn }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-provider": NinjahireProvider;
    "ninjahire-transcript": NinjahireTranscript;
    "ninjahire-call": NinjahireCall;
    "ninjahire-call-button": NinjahireCallButton;
    "ninjahire-results": NinjahireResults;
  }
  interface GlobalEventHandlersEventMap extends NinjahireEventMap {}
}
