/** Tracks requests of the same decision that are in this process at the same time. */

import type { Answer } from "./answer.js";

export interface Flight {
  /** The request that may be sent: its caller and its outcome. The promise never rejects. */
  leader?: { caller: string; outcome: Promise<Answer> };
  /** Whether the dial was sent. From then on a phone may be ringing. */
  isSent: boolean;
  /** Whether one request was answered with "no phone rings". From then on none may be sent. */
  isRefused: boolean;
  /** Whether the browsers of all requests have disconnected. */
  isAbandoned(): boolean;
}

export interface Flights {
  /** Adds a request to the flight of its decision. `signal` aborts when its browser disconnects. */
  enter(id: string, application: string, signal: AbortSignal): Flight;
  /** Removes a request that was answered. */
  leave(id: string, application: string, signal: AbortSignal): void;
}

export function createFlights(): Flights {
  const flights = new Map<string, { flight: Flight; signals: AbortSignal[] }>();
  const keyOf = (id: string, application: string) => `${id} ${application}`;
  return {
    enter: (id, application, signal) => {
      const key = keyOf(id, application);
      const known = flights.get(key);
      if (known) {
        known.signals.push(signal);
        return known.flight;
      }
      const signals = [signal];
      const isAbandoned = () => signals.every(({ aborted }) => aborted);
      const flight = { isSent: false, isRefused: false, isAbandoned };
      flights.set(key, { flight, signals });
      return flight;
    },
    leave: (id, application, signal) => {
      const key = keyOf(id, application);
      const signals = flights.get(key)?.signals ?? [];
      signals.splice(signals.indexOf(signal), 1);
      if (!signals.length) flights.delete(key);
    },
  };
}
