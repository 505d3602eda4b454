/** One decision, one ring: whatever has the same `Idempotency-Key` gets the same answer. */

import { type Answer, outcomeUnknown, problem, refuse } from "./answer.js";
import { type Deadline, startDeadline } from "./deadline.js";
import type { Settings } from "./options.js";
import { storeKey } from "./store.js";

/** Who decided, and on what. */
export interface DialDecision {
  idempotencyKey: string;
  application: string;
  caller: string;
}

/** What the store has of a decision; without an answer it is under way, or its server is gone. */
interface DialRecord extends Omit<DialDecision, "idempotencyKey"> {
  at: number;
  answer?: Answer;
}

const storeFailed = () => outcomeUnknown(503, "The store failed");

/** The `Idempotency-Key`, which must be there. */
export function keyOf(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  // One that was sent twice has a space in it by now.
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw refuse(
    400,
    "idempotency-key",
    "An Idempotency-Key is needed",
    "A random UUID, anew for every decision.",
  );
}

// Not by caller: were a request sent twice under two names, that would be two calls.
const recordKey = (idempotencyKey: string) => storeKey("decision", idempotencyKey);

/** Whether this decision was made before: then no refusal may claim that no phone rings. */
export async function isKnown(
  { store, onError }: Settings,
  key: string,
  application: string,
): Promise<boolean> {
  const deadline = startDeadline(2_000);
  try {
    const text = await deadline.within(store.get(await recordKey(key)));
    return Boolean(text) && (JSON.parse(text as string) as DialRecord).application === application;
  } catch (error) {
    onError(error);
    return true;
  } finally {
    deadline.end();
  }
}

/**
 * `dial`, if this is the first request of its decision; otherwise what came of that. `dial` does
 * not throw.
 */
export async function once(
  settings: Settings,
  decision: DialDecision,
  deadline: Deadline,
  dial: () => Promise<Answer>,
): Promise<Answer> {
  const { store, rememberMs, timeoutMs, onError } = settings;
  const { application, caller } = decision;
  const record: DialRecord = { application, caller, at: Date.now() };
  let key;
  let isFirst;
  try {
    key = await recordKey(decision.idempotencyKey);
    // However short the memory, not forgotten while it is under way.
    const ttlMs = rememberMs + timeoutMs;
    isFirst = await deadline.within(store.setIfAbsent(key, JSON.stringify(record), ttlMs));
  } catch (error) {
    onError(error);
    return storeFailed();
  }
  if (isFirst !== true) return theFirstOnes(settings, key, record, deadline);

  const answer = await dial();
  // A refusal is forgotten before long, or a flood of them would fill the store.
  const keepMs = answer.status === 429 ? Math.min(rememberMs, 60_000) : rememberMs;
  // The deadline may be over; the answer must be kept all the same, but not wait for ever.
  const keeping = startDeadline(2_000);
  try {
    await keeping.within(store.set(key, JSON.stringify({ ...record, answer }), keepMs));
  } catch (error) {
    // Others will find it under way until it is forgotten, and be told that nobody knows.
    onError(error);
  } finally {
    keeping.end();
  }
  return answer;
}

/** The answer that the first one got, or gets while we wait. */
async function theFirstOnes(
  { store, timeoutMs, onError }: Settings,
  key: string,
  own: DialRecord,
  deadline: Deadline,
): Promise<Answer> {
  try {
    for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
      const text = await deadline.within(store.get(key));
      // Lost between two looks. Whatever it was, it was sent.
      if (!text) return outcomeUnknown(502);
      const { application, caller, at, answer } = JSON.parse(text) as DialRecord;
      if (application !== own.application) {
        return problem(
          422,
          "idempotency-key-reused",
          "This Idempotency-Key was used for another application",
          "No phone rings for this one.",
        );
      }
      // Sent under another name, whose answer is not for this one.
      if (caller !== own.caller) return outcomeUnknown(502);
      if (answer)
        return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
      // Its server has stopped on the way.
      if (Date.now() - at > timeoutMs + 5_000) return outcomeUnknown(504);
      await deadline.within(new Promise((resolve) => setTimeout(resolve, pauseMs)));
    }
  } catch (error) {
    if (deadline.signal.aborted) return outcomeUnknown(504);
    onError(error);
    return storeFailed();
  }
}
