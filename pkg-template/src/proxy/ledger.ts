/** Records dialled decisions and their outcomes, so that one decision is sent once. */

import { type Answer, outcomeUnknown, problem, toResponse } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type PromptStore, storeKey } from "./store.js";

/** A decision to call an application. */
export interface DialDecision {
  /** A hash of the `Idempotency-Key`. */
  id: string;
  application: string;
  caller: string;
}

/** A decision's record in the store. Where it has no answer, the dial is under way, or its server has stopped. */
interface DialRecord extends Omit<DialDecision, "id"> {
  at: number;
  answer?: Answer;
}

export interface Ledger {
  /**
   * The answer to the first request of this decision. Waits for it until the deadline. `undefined`
   * where there was no such request. Rejects where the store fails.
   */
  outcome(decision: DialDecision, deadline: Deadline): Promise<Answer | undefined>;
  /** Whether this decision was recorded before. Where the store fails, the memory of this process decides. */
  isKnown(decision: Omit<DialDecision, "caller">): Promise<boolean>;
  /** Records the decision. `true` only for the first request, which must send the dial. Rejects where the store fails. */
  reserve(decision: DialDecision): Promise<boolean>;
  /** Stores the answer for repeated requests. Never rejects. */
  keep(decision: DialDecision, answer: Answer): Promise<void>;
}

export interface LedgerOptions {
  store: PromptStore;
  rememberMs: number;
  /** The time allowed for a dial, in milliseconds. */
  timeoutMs: number;
  onError: (error: unknown) => void;
}

/** How long a 429 is kept, in milliseconds. */
const shortRememberMs = 60_000;

// The caller is not part of it: otherwise one request under two callers would ring twice.
export const decisionId = (idempotencyKey: string): Promise<string> =>
  storeKey("decision", idempotencyKey);

export function createLedger({ store, rememberMs, timeoutMs, onError }: LedgerOptions): Ledger {
  const sentHere = recentDecisions();

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
          // A recorded decision may have been sent, so a failure must not look like a refusal.
          if (!isKnown && !sentHere.has(decision)) throw error;
          if (!deadline.signal.aborted) onError(error);
          return outcomeUnknown(504, "The store failed");
        }
        // A record that has disappeared between two reads means that the dial was sent.
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
      // Even with a short `rememberMs`, the record must outlive the dial.
      const isFirst = await store.setIfAbsent(id, JSON.stringify(record), rememberMs + timeoutMs);
      if (isFirst) sentHere.add({ id, application });
      return isFirst;
    },
    keep: async ({ id, application, caller }, answer) => {
      const record: DialRecord = { application, caller, at: Date.now(), answer };
      // Kept longer, many of these would fill the store.
      const keepMs = answer.status === 429 ? Math.min(rememberMs, shortRememberMs) : rememberMs;
      try {
        await store.set(id, JSON.stringify(record), keepMs);
      } catch (error) {
        // Without the answer, repeated requests get an unknown outcome until the record expires.
        onError(error);
      }
    },
  };
}

/** The answer to another request of a recorded decision; `undefined` while its dial is under way. */
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
  // Another caller sent the dial, so this caller must not see the answer.
  if (record.caller !== decision.caller) return outcomeUnknown(502);
  const { answer } = record;
  if (answer) return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
  // After this time, the server that sent the dial must have stopped.
  return Date.now() - record.at > timeoutMs + 5_000 ? outcomeUnknown(504) : undefined;
}

/** Parses a record. `damaged` where no answer can be made from it. */
function parseRecord(text: string): DialRecord | "damaged" {
  try {
    const record = JSON.parse(text) as DialRecord;
    const { application, caller, at, answer } = record;
    if (typeof application !== "string" || typeof caller !== "string") return "damaged";
    if (!Number.isFinite(at)) return "damaged";
    // This throws where the answer is invalid.
    if (answer !== undefined) toResponse(answer);
    if (answer && typeof answer.status !== "number") return "damaged";
    return record;
  } catch {
    return "damaged";
  }
}

/** The last decisions that this process has sent, for the case that the store fails. */
function recentDecisions() {
  const [mostEntries, rememberMs] = [10_000, 300_000];
  const sentAt = new Map<string, number>();
  const keyOf = ({ id, application }: { id: string; application: string }) =>
    `${id} ${application}`;
  return {
    add(decision: Omit<DialDecision, "caller">) {
      sentAt.set(keyOf(decision), performance.now());
      // The first entry is the oldest, because all are kept equally long.
      const [oldest] = sentAt.keys();
      if (sentAt.size > mostEntries && oldest !== undefined) sentAt.delete(oldest);
    },
    has: (decision: Omit<DialDecision, "caller">) =>
      performance.now() - (sentAt.get(keyOf(decision)) ?? -Infinity) < rememberMs,
  };
}
