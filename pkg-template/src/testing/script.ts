/** Scripted calls. The state of a call is a function of its script and the elapsed time. */

import type { CallStatus, ScreeningReport } from "../generated/types.js";
import type { ScriptedTurn } from "./talk.js";

/** The course of a call. Fields that are not set come from the seed. Times are in milliseconds. */
export interface CallScript {
  /** The turns of the conversation. They grow word by word while the call is in progress. */
  turns?: readonly ScriptedTurn[] | undefined;
  /**
   * Returns the transcript at a moment of the call, instead of `turns`: for labels in another form,
   * or a transcript that is rewritten. `null`: there is no transcript yet.
   */
  transcriptAt?: ((elapsedMs: number) => string | null) | undefined;
  /** Whether the candidate picks up. Default: the application's `answers`. */
  answers?: boolean | undefined;
  /** How long after dialling the call cannot be found. Default 0. */
  notFoundMs?: number | undefined;
  /** The time from dialling to the first word, or to the end where no one picks up. Default 2,000. */
  ringingMs?: number | undefined;
  /** The time from the first word to the end of the call. Default 20,000. */
  talkingMs?: number | undefined;
  /** The time from the end of the call to score, summary, digest and questions. Default 3,000. */
  assessingMs?: number | undefined;
  /** The status at the end. Default `"call_completed"`, or `"call_failed"` where no one picks up. */
  endsAs?: CallStatus | undefined;
  /** The assessment. Its fields replace those from the seed. */
  report?: Partial<ScreeningReport> | undefined;
}

/** A script with all fields set. */
export type WholeScript = Required<CallScript>;

/** The state of a call some time after dialling; `undefined` where it cannot be found yet. */
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

/** The transcript of turns at a moment of the call. It grows word by word, and is complete at the end. */
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
