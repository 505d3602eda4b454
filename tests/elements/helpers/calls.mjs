/** Calls in the form of the API. */

export const transcript = `BOT: Hello, this is Nina from the recruiting team. Is now a good time to talk about the shift supervisor position?
HUMAN: Yes, now is fine. I have about fifteen minutes before my bus.
BOT: Great. How many years have you worked as a shift supervisor?
HUMAN: Six years, the last three with a team of twelve people at a packaging plant. You can mail me at sam@example.com for references.
BOT: When could you start?
HUMAN: My notice period is four weeks, so in the first week of next month.
BOT: Thank you. That is all I need today.`;

export const questions = [
  {
    question: "How many years have you worked as a shift supervisor?",
    response: "Six years, the last three with a team of twelve.",
    score: "8/10",
  },
  {
    question: "When could you start?",
    response: "In the first week of next month; four weeks of notice.",
    score: 7,
  },
  { question: "Do you hold a forklift licence?", response: null, score: null },
];

export const call = {
  call_id: "c1",
  call_status: "call_completed",
  ninjahire_intelligence: "call_success",
  call_direction: "outgoing",
  recording_url: "https://recordings.example/c1.wav",
  call_score: 84,
  call_summary: {
    "Relevant experience": {
      score: 8,
      summary: "Several years in the same role, with responsibility for a small team.",
    },
    "Notice period": "A few weeks of notice, possibly negotiable.",
    "Shift flexibility": 7,
  },
  call_digest:
    "An experienced shift supervisor who can start within a month. Leads a team of twelve and is used to rotating shifts. The forklift licence was not discussed.",
  transcript,
  questions_response: JSON.stringify(questions),
};

export const liveCall = {
  ...call,
  call_status: "call_in_progress",
  ninjahire_intelligence: null,
  call_score: null,
  call_summary: null,
  call_digest: null,
  questions_response: null,
  recording_url: null,
  transcript: transcript.split("\n").slice(0, 3).join("\n"),
};

export function results(count) {
  return Array.from({ length: count }, (_, at) => ({
    call_id: `c${at}`,
    application_id: `a${at}`,
    job_id: "j1",
    candidate_name:
      [
        "Sam Okafor",
        "Lena Fischer",
        "María José Núñez",
        "יעל כהן",
        "Ōtsuka Ren",
        "Priya Raman",
        "Zoë van Dijk",
      ][at % 7] + (at > 6 ? ` ${at}` : ""),
    call_status:
      at % 11 === 10 ? "call_failed" : at % 7 === 6 ? "call_in_progress" : "call_completed",
    ninjahire_intelligence:
      at % 11 === 10 || at % 7 === 6 ? null : at % 5 === 4 ? "call_inconclusive" : "call_success",
    call_score: at % 11 === 10 || at % 7 === 6 ? null : 97 - ((at * 13) % 60),
  }));
}

/** Answers requests to the API with these calls. */
export function answer(method, path, query) {
  if (method === "POST") return { status: "initiated", call_id: "c1" };
  if (path.startsWith("/calls/")) return call;
  const all = results(130);
  const page = Number(query.get("page") ?? 1);
  const size = Number(query.get("size") ?? 10);
  return { data: all.slice((page - 1) * size, page * size), count: all.length };
}
