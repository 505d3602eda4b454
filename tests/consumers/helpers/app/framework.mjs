/** Exercises a framework's binding. Makes the same report as `exercise.mjs`. */

const query = new URLSearchParams(globalThis.location?.search);

/** The options of the page's client. */
export const clientOptions = query.has("api")
  ? { baseUrl: query.get("api"), apiKey: "test-key", dangerouslyAllowBrowser: true }
  : { baseUrl: "/api/ninjahire" };

/** The application to call. */
export const application = query.get("application") ?? "";

export const watchOptions = { minIntervalMs: 100 };

const updates = new Set();

/**
 * Makes the report when the call is over. Each app calls it with every state that it shows.
 *
 * @param state `{ results, dial, call }`: the snapshots of the three hooks
 * @param searchTranscript of `ninjahire-calls/reading`
 */
export async function reportOf({ results, dial, call }, searchTranscript) {
  for (const { error } of [results, dial, call])
    if (error) globalThis.report = { error: String(error?.stack ?? error), code: error?.code };
  if (call.call) updates.add(call.call);
  if (call.status !== "done" || results.status !== "ready" || globalThis.report) return;
  const [word] = call.turns[0].text.match(/[\p{L}\p{M}]{3,}/u);
  const matches = await searchTranscript([...call.turns], word);
  globalThis.report = {
    listed: results.results.length,
    call_id: call.call.call_id,
    updates: updates.size,
    status: call.call.call_status,
    turns: call.turns.length,
    matches: matches.length,
  };
}
