/** Answers of the API, with every field that the vendor's page names and a few that it does not. */

import { between, pick, sentence, transcript, transcriptOfTurns } from "./conversation.mjs";

const categories = [
  "Relevant experience",
  "Communication",
  "Availability",
  "Motivation",
  "Team work",
  "Problem solving",
];

const list = (count, make) => Array.from({ length: count }, (_, index) => make(index));

function uuid(random) {
  const digits = list(32, () => Math.floor(random() * 16).toString(16)).join("");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5");
}

const prose = (random, language, role, sentences) =>
  list(sentences, () => sentence(random, language, role)).join(" ");

/** The fields of every call, in the vendor's order. Its transcript brings it to `bytes` as JSON. */
function report(random, languages, bytes) {
  const language = pick(random, languages);
  const call = {
    call_status: "call_completed",
    ninjahire_intelligence: pick(random, ["call_success", "call_success", "call_inconclusive"]),
    call_direction: "outgoing",
    recording_url: `https://recordings.example/2026/11/${uuid(random)}.mp3`,
    call_score: between(random, 20, 98),
    call_summary: Object.fromEntries(
      categories
        .slice(between(random, 0, 2))
        .map((category) => [
          category,
          { score: between(random, 1, 10), summary: prose(random, language, "human", 3) },
        ]),
    ),
    call_digest: prose(random, language, "human", 8),
    transcript: "",
    questions_response: JSON.stringify(
      list(between(random, 8, 12), () => ({
        question: sentence(random, language, "bot"),
        response: prose(random, language, "human", 3),
        score: between(random, 0, 10),
      })),
    ),
  };
  const rest = bytes - Buffer.byteLength(JSON.stringify(call));
  call.transcript = transcript(random, languages, rest);
  return call;
}

/** The answer to "call details", as JSON. */
export function callDetails(random, languages, bytes) {
  return JSON.stringify({
    call_id: uuid(random),
    ...report(random, languages, bytes),
    created_at: "2026-11-26T09:41:07.512Z",
    duration_seconds: between(random, 240, 1_800),
  });
}

/** The same for a call with `count` turns of any length. */
export function callOfTurns(random, languages, count) {
  const call = JSON.parse(callDetails(random, languages, 0));
  return JSON.stringify({ ...call, transcript: transcriptOfTurns(random, languages, count) });
}

/** One item of a listing. Not every application came from another system. */
function result(random, languages, bytes) {
  return {
    call_id: uuid(random),
    application_id: uuid(random),
    job_id: uuid(random),
    candidate_id: uuid(random),
    ...(random() < 0.6 && { application_source_id: `ATS-${between(random, 1_000, 99_999)}` }),
    job_source_id: random() < 0.6 ? `REQ-${between(random, 100, 999)}` : null,
    ...report(random, languages, bytes),
    candidate_name: "Sam Okafor",
    created_at: "2026-11-26T09:41:07.512Z",
    duration_seconds: between(random, 240, 1_800),
  };
}

/** The answer to "screening results", as JSON; each call is in one language. */
export function screeningResults(random, languages, count, bytes) {
  return JSON.stringify({
    data: list(count, () => result(random, [pick(random, languages)], bytes / count)),
    count: count * 4,
  });
}
