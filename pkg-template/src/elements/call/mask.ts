import type { CallDetails } from "../../generated/types.js";
import { slices } from "../../slices.js";
import type { Shown } from "./shown.js";
import type { Reading } from "../shared/reading.js";

/** How many texts are masked at a time. That takes some milliseconds. */
const textsAtATime = 100;

type MaskText = <Text extends string | null>(text: Text) => Text;

/**
 * A copy of a call with `maskText` applied to each of its texts. A field that is not listed here
 * becomes `null`: a new field may contain contact details.
 */
function mapTexts({ call, turns, questions, summary, ...rest }: Shown, maskText: MaskText): Shown {
  const spoken = turns.map((turn) => ({ ...turn, text: maskText(turn.text) }));
  const asked = questions.map((row) => ({
    ...row,
    question: maskText(row.question),
    response: maskText(row.response),
  }));
  const rated = summary.map((row) => ({
    ...row,
    category: maskText(row.category),
    text: maskText(row.text),
  }));
  let transcript = "";
  let at = 0;
  for (const { start, end, text } of spoken) {
    transcript += call.transcript!.slice(at, start) + text;
    at = end;
  }
  const hidden = Object.fromEntries(Object.keys(call).map((name) => [name, null]));
  return {
    ...rest,
    turns: spoken,
    questions: asked,
    summary: rated,
    call: {
      ...(hidden as unknown as CallDetails),
      call_id: call.call_id,
      call_status: call.call_status,
      ninjahire_intelligence: call.ninjahire_intelligence,
      call_direction: call.call_direction,
      recording_url: call.recording_url,
      call_score: call.call_score,
      call_digest: maskText(call.call_digest),
      call_summary: Object.fromEntries(
        rated.map(({ category, scoreText, text }) => [
          category,
          { score: scoreText, summary: text },
        ]),
      ),
      transcript: call.transcript && transcript + call.transcript.slice(at),
      questions_response: JSON.stringify(
        asked.map(({ question, response, scoreText }) => ({
          question,
          response,
          score: scoreText,
        })),
      ),
    },
  };
}

/** Masks the contact details in all texts of a call. `count` is how many were masked. */
export async function maskCall(
  helpers: Reading,
  shown: Shown,
): Promise<{ shown: Shown; count: number }> {
  const texts: { text: string }[] = [];
  mapTexts(shown, (text) => (texts.push({ text: text ?? "" }), text));
  const done: string[] = [];
  let count = 0;
  const pause = slices();
  while (done.length < texts.length) {
    // The text before each slice is masked again, because a question says what is in the answer.
    const known = Math.min(done.length, 1);
    const from = done.length - known;
    const next = texts.slice(from, done.length + textsAtATime);
    const { turns, masked } = await helpers.maskContactDetails(next);
    for (const { text } of turns.slice(known)) done.push(text);
    count += masked.filter(({ turn }) => turn >= known).length;
    await pause();
  }
  let at = 0;
  return {
    count,
    shown: mapTexts(shown, (text) => {
      const made = done[at++]!;
      return text && (made as typeof text);
    }),
  };
}
