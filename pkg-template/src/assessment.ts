/** Reads an assessment as rows. */

import type { Questions, Summary } from "./generated/types.js";
import { core } from "./instance.js";

/**
 * Reads `questions_response` as rows. It accepts JSON, data as Python or JavaScript write it, and
 * text that is cut off. It never throws; `problems` reports what could not be read. Scores have no
 * documented scale, so show them as given, and never as a percentage or a bar. It is synchronous:
 * call it after `init()` or any method of a client.
 *
 * @example
 * for (const { question, response, scoreText } of parseQuestions(call.questions_response).rows) …
 */
export function parseQuestions(questionsResponse: unknown): Questions {
  return core.runSync("parseQuestions", (wasm) => wasm.parseQuestions(questionsResponse));
}

/**
 * Reads `call_summary` as rows, one for each category. It never throws; `problems` reports what
 * could not be read. It is synchronous: call it after `init()` or any method of a client.
 *
 * @example
 * for (const { category, score, text } of parseSummary(call.call_summary).rows) …
 */
export function parseSummary(callSummary: unknown): Summary {
  return core.runSync("parseSummary", (wasm) => wasm.parseSummary(callSummary));
}
