/** Which decisions were dialled, and what came of them: one decision is sent once. */

import { type Answer, outcomeUnknown, problem, toResponse } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type PromptStore, storeKey } from "./store.js";

/** Who decided, and on what. */
export interface DialDecision {
  /** Made from the `Idempotency-Key`. */
  id: string;
  application: string;
  caller: string;
}

/** A decision's record in the store. Without an answer the dial is under way, or its server has stopped. */
interface DialRecord extends Omit<DialDecision, "id"> {
  at: number;
  answer?: Answer;
}

export interface Ledger {
  /**
   * The answer to the first request of this decision. Waits for it until the deadline; `undefined` if
   * there was no such request. Rejects if the store fails.
   */
  outcome(decision: DialDecision, deadline: Deadline): Promise<Answer | undefined>;
  /** Whether this decision was recorded before. If the store fails: as far as this process remembers. */
  isKnown(decision: Omit<DialDecision, "caller">): Promise<boolean>;
  /** Records the decision. `true` only for the first request, which must send it. Rejects if the store fails. */
  reserve(decision: DialDecision): Promise<boolean>;
  /** Stores the answer for repeated requests. Never rejects. */
  keep(decision: DialDecision, answer: Answer): Promise<void>;
}

export interface LedgerOptions {
  store: PromptStore;
  rememberMs: number;
  /** How long a dial may take. */
  timeoutMs: number;
  onError: (error: unknown) => void;
}

/** How long a refusal for lack of time or tokens is kept, in milliseconds. */
const shortRememberMs = 60_000;

// Not by caller: if a request were sent twice under two names, that would be two calls.
export const decisionId = (idempotencyKey: string): Promise<string> =>
  storeKey("decision", idempotencyKey);

export function createLedger({ store, rememberMs, timeoutMs, onError }: LedgerOptions): Ledger {
  const sentHere = recentlySent();

  const find = async ({ id }: { id: string }): Promise<DialRecord | "damaged" | undefined> => {
    const text = await store.get(id);
    return text === undefined || text === null ? undefined : parseRecord(text);
  };

  return {
    outcome: async (decision, deadline) => {
      let isKnown = false;
      for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
        let record;
        try {
          record = await deadline.within(find(decision));
        } catch (error) {
          // Once the decision is recorded, no failure may be reported as a refusal: it may have been sent.
          if (!isKnown && !sentHere.has(decision)) throw error;
          if (!deadline.signal.aborted) onError(error);
          return outcomeUnknown(504, "The store failed");
        }
        // The record vanished between two reads of the store. It existed, so the dial was sent.
        if (!record) return isKnown ? outcomeUnknown(502) : undefined;
        isKnown = true;
        const outcome = outcomeOf(record, decision, timeoutMs);
        if (outcome) return outcome;
        try {
          await deadline.within(new Promise((resolve) => setTimeout(resolve, pauseMs)));
        } catch {
          return outcomeUnknown(504);
        }
      }
    },
    isKnown: async (decision) => {
      try {
        const record = await find(decision);
        return record === "damaged" || record?.application === decision.application;
      } catch (error) {
        onError(error);
        return sentHere.has(decision);
      }
    },
    reserve: async ({ id, application, caller }) => {
      const record: DialRecord = { application, caller, at: Date.now() };
      // Even with a short `rememberMs`, a dial is not forgotten while it is under way.
      const isFirst = await store.setIfAbsent(id, JSON.stringify(record), rememberMs + timeoutMs);
      if (isFirst) sentHere.add({ id, application });
      return isFirst;
    },
    keep: async ({ id, application, caller }, answer) => {
      const record: DialRecord = { application, caller, at: Date.now(), answer };
      // A flood of these would fill the store.
      const keepMs = answer.status === 429 ? Math.min(rememberMs, shortRememberMs) : rememberMs;
      try {
        await store.set(id, JSON.stringify(record), keepMs);
      } catch (error) {
        // Repeated requests find it under way until it expires, and are answered with an unknown outcome.
        onError(error);
      }
    },
  };
}

/** What a record says to another request of the decision; `undefined` while it is under way. */
function outcomeOf(
  record: DialRecord | "damaged",
  decision: DialDecision,
  timeoutMs: number,
): Answer | undefined {
  if (record === "damaged") return outcomeUnknown(502, "Its record is damaged");
  if (record.application !== decision.application) {
    return problem(
      422,
      "idempotency-key-reused",
      "This Idempotency-Key was used for another application",
      "No phone rings for this one.",
    );
  }
  // Another caller sent it: this caller must not see that answer.
  if (record.caller !== decision.caller) return outcomeUnknown(502);
  const { answer } = record;
  if (answer) return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
  // The server that sent it has stopped before the answer came.
  return Date.now() - record.at > timeoutMs + 5_000 ? outcomeUnknown(504) : undefined;
}

/** A record, if it is one that an answer can be made from. */
function parseRecord(text: string): DialRecord | "damaged" {
  try {
    const record = JSON.parse(text) as DialRecord;
    const { application, caller, at, answer } = record;
    if (typeof application !== "string" || typeof caller !== "string") return "damaged";
    if (!Number.isFinite(at)) return "damaged";
    // Throws where it cannot be answered.
    if (answer !== undefined) toResponse(answer);
    if (answer && typeof answer.status !== "number") return "damaged";
    return record;
  } catch {
    return "damaged";
  }
}

/** The latest decisions that this process sent, for when the store fails. */
function recentlySent() {
  const [mostEntries, rememberMs] = [10_000, 300_000];
  const sentAt = new Map<string, number>();
  const keyOf = ({ id, application }: { id: string; application: string }) =>
    `${id} ${application}`;
  return {
    add(decision: Omit<DialDecision, "caller">) {
      sentAt.set(keyOf(decision), performance.now());
      // All are kept equally long, so the first is the oldest.
      const [oldest] = sentAt.keys();
      if (sentAt.size > mostEntries && oldest !== undefined) sentAt.delete(oldest);
    },
    has: (decision: Omit<DialDecision, "caller">) =>
      performance.now() - (sentAt.get(keyOf(decision)) ?? -Infinity) < rememberMs,
  };
}
