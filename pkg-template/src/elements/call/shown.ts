import type { CallDetails, QuestionRow, SummaryRow, Turn } from "../../index.js";
import { parseQuestions, parseSummary } from "../shared/core.js";

/** A call with all that is drawn of it. */
export interface Shown {
  call: CallDetails;
  turns: readonly Turn[];
  questions: QuestionRow[];
  summary: SummaryRow[];
  /** Whether parts of the call could not be parsed. */
  hasProblems: boolean;
}

/** A call with its turns, questions and summary rows. */
export function shownOf(call: CallDetails, turns: readonly Turn[]): Shown {
  const questions = parseQuestions(call.questions_response);
  const summary = parseSummary(call.call_summary);
  return {
    call,
    turns,
    questions: questions.rows,
    summary: summary.rows,
    hasProblems: questions.problems.length + summary.problems.length > 0,
  };
}
