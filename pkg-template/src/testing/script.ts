/** A scripted call. How far it has come is a function of its script and of the time that has passed. */

import type { CallStatus, ScreeningReport } from "../generated/types.js";
import type { ScriptedTurn } from "./talk.js";

/** How a call goes. Whatever is left out is made up from the seed. Times are in milliseconds. */
export interface CallScript {
  /** What is said, in turns. They grow word by word while the call is in progress. */
  turns?: readonly ScriptedTurn[] | undefined;
  /**
   * The transcript at a moment of the call, in place of `turns`: for labels of another form, or a
   * transcript that is rewritten. `null`: there is none yet.
   */
  transcriptAt?: ((elapsedMs: number) => string | null) | undefined;
  /** Whether the candidate picks up. Default: as the application says. */
  answers?: boolean | undefined;
  /** For how long after dialing the call cannot be found. Default 0. */
  notFoundMs?: number | undefined;
  /** From dialing to the first word, or to the end where nobody picks up. Default 2,000. */
  ringingMs?: number | undefined;
  /** From the first word to the end of the call. Default 20,000. */
  talkingMs?: number | undefined;
  /** From the end of the call to score, summary, digest and questions. Default 3,000. */
  assessingMs?: number | undefined;
  /** The status at the end. Default `"call_completed"`, or `"call_failed"` where nobody picks up. */
  endsAs?: CallStatus | undefined;
  /** What the assessment says; fields that are named replace those made up. */
  report?: Partial<ScreeningReport> | undefined;
}

/** A script without anything left out. */
export type WholeScript = Required<CallScript>;

/** What a call says of itself, some time after dialing; `undefined` where it cannot be found yet. */
export function callAt(script: WholeScript, elapsedMs: number): ScreeningReport | undefined {
  if (elapsedMs < script.notFoundMs) return undefined;
  const endMs = script.ringingMs + (script.answers ? script.talkingMs : 0);
  const isOver = elapsedMs >= endMs;
  const isAssessed = script.answers && elapsedMs >= endMs + script.assessingMs;
  return {
    call_status: isOver ? script.endsAs : "call_in_progress",
    ninjahire_intelligence: isOver && !script.answers ? "call_failed" : null,
    call_direction: "outgoing",
    recording_url: null,
    call_score: null,
    call_summary: null,
    call_digest: null,
    questions_response: null,
    ...(isAssessed ? script.report : {}),
    transcript: script.answers ? script.transcriptAt(elapsedMs) : null,
  };
}

/** The transcript of turns at a moment of the call: word by word, the whole of it at the end. */
export function growingTranscript(
  turns: readonly ScriptedTurn[],
  ringingMs: number,
  talkingMs: number,
): (elapsedMs: number) => string | null {
  const words = turns.flatMap(({ label, text }, turn) =>
    (text.match(/\S+\s*/g) ?? [""]).map((word, at) =>
      at === 0 ? `${turn ? "\n" : ""}${label}: ${word}` : word,
    ),
  );
  return (elapsedMs) => {
    const share = talkingMs > 0 ? (elapsedMs - ringingMs) / talkingMs : 1;
    if (elapsedMs < ringingMs) return null;
    const said = Math.max(1, Math.floor(words.length * Math.min(1, share)));
    return words.slice(0, said).join("").trimEnd();
  };
}
