import type { Evidence } from "./reading.js";

/** The questions that were found, in the order in which they were asked. */
export function askedInOrder(evidence: readonly Evidence[]): { question: number; turn: number }[] {
  return evidence
    .flatMap(({ question, asks, answers }) => {
      const first = asks[0] ?? answers[0];
      return first ? [{ question, turn: first.turn }] : [];
    })
    .sort((a, b) => a.turn - b.turn);
}
