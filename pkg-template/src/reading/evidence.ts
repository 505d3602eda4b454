import type { Evidence } from "../generated/types.js";
import type { QuestionRow } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { runInSteps } from "./instance.js";
import { countOf, partOf, turnsAtATime } from "./parts.js";

/** A question to find, such as a row of `parseQuestions`. */
export type EvidenceQuestion = Pick<QuestionRow, "question"> & Partial<QuestionRow>;

/**
 * Finds, for each question, the words of the bot that ask it and the human turns that answer it, so
 * that a user can check a score against the words of the call. It compares words, in any language
 * and script, and knows no synonyms. A question that was asked in other words is found by its
 * recorded response, or gets no link.
 *
 * @param questions The result of `parseQuestions`, its rows, or objects with a `question`.
 * @returns One link for each question that was found, in the order of the questions.
 *
 * @example
 * const turns = parseTranscript("BOT: How many years of Rust do you have?\nHUMAN: Six.");
 * const [link] = await linkEvidence(turns, [{ question: "How many years of Rust do you have?" }]);
 * turns[link.answers[0].turn].text; // "Six."
 */
export function linkEvidence(
  turns: readonly Turn[],
  questions: { rows: readonly EvidenceQuestion[] } | readonly EvidenceQuestion[],
): Promise<Evidence[]> {
  return runInSteps((wasm) => {
    const linking = new wasm.EvidenceLinking(questions);
    let given = 0;
    return {
      step() {
        if (given >= countOf(turns)) return linking.step();
        linking.add(partOf(turns, given));
        given += turnsAtATime;
        return undefined;
      },
      free: () => linking.free(),
    };
  });
}
