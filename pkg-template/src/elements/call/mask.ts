import type { CallDetails } from "../../generated/types.js";
import { slices } from "../../slices.js";
import type { Shown } from "./shown.js";
import type { Reading } from "../shared/reading.js";

/** How many texts are masked at a time: some milliseconds of work. */
const textsAtATime = 100;

type Sieve = <Text extends string | null>(text: Text) => Text;

/** A copy of a call, each of its texts through a sieve. What is not decided on here is hidden: `null`. */
function sifted({ call, turns, questions, summary, ...rest }: Shown, sieve: Sieve): Shown {
  const spoken = turns.map((turn) => ({ ...turn, text: sieve(turn.text) }));
  const asked = questions.map((row) => ({
    ...row,
    question: sieve(row.question),
    response: sieve(row.response),
  }));
  const rated = summary.map((row) => ({
    ...row,
    category: sieve(row.category),
    text: sieve(row.text),
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
      call_digest: sieve(call.call_digest),
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

/** The call without contact details in any of its texts, and how many places were hidden. */
export async function maskCall(
  helpers: Reading,
  shown: Shown,
): Promise<{ shown: Shown; count: number }> {
  const texts: { text: string }[] = [];
  sifted(shown, (text) => (texts.push({ text: text ?? "" }), text));
  const done: string[] = [];
  let count = 0;
  const pause = slices();
  while (done.length < texts.length) {
    const next = texts.slice(done.length, done.length + textsAtATime);
    const { turns, masked } = await helpers.maskContactDetails(next);
    for (const { text } of turns) done.push(text);
    count += masked.length;
    await pause();
  }
  let at = 0;
  return {
    count,
    shown: sifted(shown, (text) => {
      const made = done[at++]!;
      return text && (made as typeof text);
    }),
  };
}
