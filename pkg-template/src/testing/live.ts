/** Placed calls: who was called, when, and the course of the call. */

import { randomOf } from "./random.js";
import { type CallScript, type WholeScript, callAt, growingTranscript } from "./script.js";
import { interviewOf, interviews } from "./talk.js";
import { type TestApplication, type TestCall, idsOf, recordingUrl } from "./world.js";

/** A placed call. */
export interface LiveCall {
  callId: string;
  application: TestApplication;
  placedMs: number;
  script: WholeScript;
}

/** Places a call; `number` counts them. */
export function placeCall(
  application: TestApplication,
  script: CallScript,
  {
    seed,
    number,
    nowMs,
    baseUrl,
  }: { seed: number; number: number; nowMs: number; baseUrl: string },
): LiveCall {
  const random = randomOf(seed, `placed ${number}`);
  const callId = random.uuid();
  const job = interviews.findIndex(({ title }) => title === application.job_title);
  const { turns, report } = interviewOf(job, application.candidate_name, random);
  const { answers = application.answers, ringingMs = 2_000, talkingMs = 20_000 } = script;
  return {
    callId,
    application,
    placedMs: nowMs,
    script: {
      answers,
      ringingMs,
      talkingMs,
      turns: script.turns ?? turns,
      transcriptAt:
        script.transcriptAt ?? growingTranscript(script.turns ?? turns, ringingMs, talkingMs),
      notFoundMs: script.notFoundMs ?? 0,
      assessingMs: script.assessingMs ?? 3_000,
      endsAs: script.endsAs ?? (answers ? "call_completed" : "call_failed"),
      report: { ...report, recording_url: recordingUrl(baseUrl, callId), ...script.report },
    },
  };
}

/** The call in its current state; `undefined` where it cannot be found yet. */
export function viewOf(live: LiveCall, nowMs: number): TestCall | undefined {
  const report = callAt(live.script, nowMs - live.placedMs);
  return (
    report && {
      call_id: live.callId,
      ...report,
      ...idsOf(live.application),
      created_at: new Date(live.placedMs).toISOString(),
    }
  );
}

/** The length of the conversation, in seconds. */
export const talkedSeconds = ({ script }: LiveCall): number =>
  script.answers ? script.talkingMs / 1_000 : 0;
