import type { Shown } from "./call.js";
import type { Reading } from "./reading.js";

/** The call without contact details in any of its texts, and how many places were hidden. */
export async function maskCall(
  helpers: Reading,
  { call, turns, questions, summary, ...rest }: Shown,
): Promise<{ shown: Shown; count: number }> {
  // All other texts go through the same sieve, as turns behind the turns.
  const texts: string[] = [];
  const later = (text: string | null) => texts.push(text ?? "") - 1;
  const digest = later(call.call_digest);
  const asked = questions.map(
    ({ question, response }) => [later(question), later(response)] as const,
  );
  const rows = summary.map(({ category, text }) => [later(category), later(text)] as const);
  const masked = await helpers.maskContactDetails([
    ...turns,
    ...texts.map((text, at) => {
      return {
        index: turns.length + at,
        role: "human" as const,
        label: null,
        text,
        start: 0,
        end: text.length,
        startTime: null,
      };
    }),
  ]);
  const text = (at: number, before: string | null) =>
    before && masked.turns[turns.length + at]!.text;
  const spoken = turns.map((turn, at) => ({ ...turn, text: masked.turns[at]!.text }));
  const shownQuestions = questions.map((row, at) => ({
    ...row,
    question: text(asked[at]![0], row.question),
    response: text(asked[at]![1], row.response),
  }));
  const shownSummary = summary.map((row, at) => ({
    ...row,
    category: text(rows[at]![0], row.category)!,
    text: text(rows[at]![1], row.text),
  }));
  let transcript = call.transcript;
  for (const { start, end, text } of [...spoken].reverse()) {
    transcript = transcript!.slice(0, start) + text + transcript!.slice(end);
  }
  return {
    count: masked.masked.length,
    shown: {
      ...rest,
      turns: spoken,
      questions: shownQuestions,
      summary: shownSummary,
      call: {
        // What else the server sent is not known, so it is not shown or exported either.
        call_id: call.call_id,
        call_status: call.call_status,
        ninjahire_intelligence: call.ninjahire_intelligence,
        call_direction: call.call_direction,
        recording_url: call.recording_url,
        call_score: call.call_score,
        call_digest: text(digest, call.call_digest),
        call_summary: Object.fromEntries(
          shownSummary.map(({ category, scoreText, text }) => [
            category,
            { score: scoreText, summary: text },
          ]),
        ),
        transcript,
        questions_response: JSON.stringify(
          shownQuestions.map(({ question, response, scoreText }) => ({
            question,
            response,
            score: scoreText,
          })),
        ),
      },
    },
  };
}
