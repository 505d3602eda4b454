/** The applications and screening calls at the start. */

import type { ScreeningReport, ScreeningResultsFilters } from "../generated/types.js";
import { type Random, randomOf } from "./random.js";
import { growingTranscript } from "./script.js";
import { interviewOf, interviews } from "./talk.js";

/** The ids of a call's application, job and candidate. Each is a filter; source ids may be `null`. */
export type CallIds = Record<"application_id" | "job_id" | "candidate_id", string> &
  Record<"application_source_id" | "job_source_id" | "candidate_source_id", string | null>;

/** An application that can be called. */
export interface TestApplication extends CallIds {
  /** The candidate's name, as in the calls. */
  candidate_name: string;
  /** The title of the job. */
  job_title: string;
  /** Whether the candidate picks up. Those of the first applications do. */
  answers: boolean;
}

/** A call as the API sends it. Fields may be `null` or absent, and there may be further ones. */
export interface TestCall extends Partial<ScreeningReport>, Partial<CallIds> {
  call_id: string;
  [field: string]: unknown;
}

export interface World {
  applications: TestApplication[];
  /** Newest first. */
  calls: TestCall[];
}

const names = [
  "Sam Lee",
  "Ana García",
  "Priya Raman",
  "Jonas Weber",
  "Aisha Khan",
  "Mateo Rossi",
  "Chloé Martin",
  "Kwame Mensah",
  "Yuki Tanaka",
  "Ola Nowak",
];

/** The time of the newest call. */
const newestMs = Date.UTC(2026, 0, 15, 12);

/** Makes applications and calls from a seed. */
export function makeWorld(seed: number, results: number, baseUrl: string): World {
  const applications = makeApplications(seed, Math.max(20, Math.ceil(results / 2)));
  let createdMs = newestMs;
  const calls = Array.from({ length: results }, (_, number) => {
    const random = randomOf(seed, `call ${number}`);
    createdMs -= 60_000 + random.below(14_000_000);
    const about = applications[(number * 7) % applications.length]!;
    return makeCall(about, number, createdMs, baseUrl, random);
  });
  return { applications, calls };
}

function makeApplications(seed: number, count: number): TestApplication[] {
  const random = randomOf(seed, "applications");
  const jobs = interviews.map(({ title }, job) => ({
    job_title: title,
    job_id: random.uuid(),
    job_source_id: job === 1 ? null : `REQ-${1_001 + job}`,
  }));
  return Array.from({ length: count }, (_, number) => ({
    application_id: random.uuid(),
    ...jobs[number % jobs.length]!,
    candidate_id: random.uuid(),
    application_source_id: number % 4 === 3 ? null : `APP-${2_001 + number}`,
    candidate_source_id: number % 5 === 4 ? null : `CAND-${3_001 + number}`,
    candidate_name: names[number % names.length]!,
    answers: number % 8 !== 7,
  }));
}

type Outcome = "assessed" | "in progress" | "unanswered" | "not assessed yet";

/** The first calls have every outcome, with any seed. */
const firstOutcomes: readonly Outcome[] = [
  "assessed",
  "in progress",
  "assessed",
  "unanswered",
  "assessed",
  "not assessed yet",
];

function makeCall(
  about: TestApplication,
  number: number,
  createdMs: number,
  baseUrl: string,
  random: Random,
): TestCall {
  const outcome =
    firstOutcomes[number] ??
    random.pick<Outcome>(["assessed", "assessed", "assessed", "assessed", "unanswered"]);
  const call_id = random.uuid();
  const job = interviews.findIndex(({ title }) => title === about.job_title);
  const { turns, report } = interviewOf(job, about.candidate_name, random);
  const isOver = outcome !== "in progress";
  const talked = outcome !== "unanswered";
  const call: TestCall = {
    call_id,
    call_status: !isOver ? "call_in_progress" : talked ? "call_completed" : "call_failed",
    ninjahire_intelligence: talked ? null : "call_failed",
    call_direction: random.below(8) ? "outgoing" : "incoming",
    recording_url: isOver && talked ? recordingUrl(baseUrl, call_id) : null,
    call_score: null,
    call_summary: null,
    call_digest: null,
    transcript: talked ? growingTranscript(turns, 0, 100)(isOver ? 100 : 40) : null,
    questions_response: null,
    ...(outcome === "assessed" ? report : {}),
    ...idsOf(about),
    created_at: new Date(createdMs).toISOString(),
  };
  // A missing field may be `null` or absent. Tests should meet both.
  return random.below(2) ? call : withoutNulls(call);
}

const withoutNulls = (call: TestCall): TestCall =>
  Object.fromEntries(Object.entries(call).filter(([, value]) => value !== null)) as TestCall;

/** The URL of a call's recording. */
export const recordingUrl = (baseUrl: string, callId: string): string =>
  `${baseUrl}/recordings/${callId}.wav`;

/** The ids of an application's calls. */
export function idsOf(about: TestApplication): CallIds {
  const { candidate_name: _, job_title: __, answers: ___, ...ids } = about;
  return ids;
}

/** Whether a call matches all filters. */
export const matches = (call: TestCall, filters: ScreeningResultsFilters): boolean =>
  Object.entries(filters).every(([name, value]) => call[name] === value);
