/** Refuses another call to an application that was called a moment ago. */

import { type Answer, problem } from "./answer.js";
import type { DialDecision } from "./ledger.js";
import { type PromptStore, storeKey } from "./store.js";

export interface RedialGuard {
  /** Sets the guard for this decision. Returns a 409 where the guard of another decision is set. */
  set(decision: DialDecision): Promise<Answer | undefined>;
  /** Removes the guard that this decision has set, and no other. Call it where no phone rang. */
  release(decision: DialDecision): Promise<void>;
}

export function createRedialGuard(store: PromptStore, guardMs: number): RedialGuard {
  const keyOf = ({ application }: DialDecision) => storeKey("redial", application);
  return {
    set: async (decision) => {
      if (!guardMs) return undefined;
      const key = await keyOf(decision);
      const value = `${Date.now() + guardMs} ${decision.id}`;
      if (await store.setIfAbsent(key, value, guardMs)) return undefined;
      const [until, id] = ((await store.get(key)) ?? "").split(" ");
      // A copy of this request has set it. The ledger handles copies.
      if (id === decision.id) return undefined;
      // The clocks of servers differ, so never report more than the guard's duration.
      const leftMs = Math.min(guardMs, Number(until) - Date.now() || 0);
      return problem(
        409,
        "redial-guard",
        "This candidate was called a moment ago",
        "No phone rings for this one.",
        { "retry-after": String(Math.max(1, Math.ceil(leftMs / 1000))) },
      );
    },
    release: async (decision) => {
      if (!guardMs) return;
      const key = await keyOf(decision);
      const value = await store.get(key);
      if (value?.endsWith(` ${decision.id}`)) await store.removeIf(key, value);
    },
  };
}
