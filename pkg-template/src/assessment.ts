/** What an assessment says, as rows to show. */

import type { Questions, Summary } from "./generated/types.js";
import { core } from "./instance.js";

/**
 * Reads `questions_response` as rows: JSON, data as Python or JavaScript writes it, or what is left of
 * it where it is cut off. Never throws: `problems` reports what could not be read. Scores have no
 * documented scale: show them as given, never as a percentage or a bar. Synchronous: after `init()`,
 * or any method of a client.
 *
 * @example
 * for (const { question, response, scoreText } of parseQuestions(call.questions_response).rows) …
 */
export function parseQuestions(questionsResponse: unknown): Questions {
  return core.runSync("parseQuestions", (wasm) => wasm.parseQuestions(questionsResponse));
}

/**
 * Reads `call_summary` as rows, one for each category. Never throws: `problems` reports what
 * could not be read. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * for (const { category, score, text } of parseSummary(call.call_summary).rows) …
 */
export function parseSummary(callSummary: unknown): Summary {
  return core.runSync("parseSummary", (wasm) => wasm.parseSummary(callSummary));
}
