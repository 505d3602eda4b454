import type { Evidence } from "../generated/types.js";
import type { QuestionRow } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { runInSteps } from "./instance.js";
import { countOf, partOf, turnsAtATime } from "./parts.js";

/** A question to look for; rows of `parseQuestions` are such. */
export type EvidenceQuestion = Pick<QuestionRow, "question"> & Partial<QuestionRow>;

/**
 * Finds, for each question, the words of the bot that ask it and the human turns that answer it, so
 * that a score can be checked against what was said. It compares words, in any language and script,
 * and knows no synonyms: a question that was paraphrased beyond them gets no link rather than a
 * wrong one.
 *
 * @param questions What `parseQuestions` gives, its rows, or objects with a `question`.
 * @returns One link per question that was found, in the order of the questions.
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
