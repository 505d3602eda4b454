/** The calls that the gallery shows. */

export const transcript = `[00:00:02] BOT: Hello, this is Nina from the recruiting team. Is now a good time to talk about the shift supervisor position?
[00:00:09] HUMAN: Yes, now is fine. I have about fifteen minutes before my bus.
[00:00:14] BOT: Great. How many years have you worked as a shift supervisor?
[00:00:20] HUMAN: Six years, the last three with a team of twelve people at a packaging plant.
[00:00:29] HUMAN: You can write to sam@example.com for references.
[00:00:34] BOT: When could you start?
[00:00:37] HUMAN: My notice period is four weeks, so in the first week of next month.
[00:00:45] BOT: Thank you. That is all I need today.`;

export const call = {
  call_id: "b6a0c7de-0000-4000-8000-000000000001",
  call_status: "call_completed",
  ninjahire_intelligence: "call_success",
  call_direction: "outgoing",
  recording_url: `${location.origin}/gallery/recording.wav`,
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
  questions_response: JSON.stringify([
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
  ]),
};

export const unassessed = {
  ...call,
  ninjahire_intelligence: null,
  call_score: null,
  call_summary: null,
  call_digest: null,
  questions_response: null,
};
export const live = {
  ...unassessed,
  call_status: "call_in_progress",
  recording_url: null,
  transcript: transcript.split("\n").slice(0, 3).join("\n"),
};
export const failed = {
  ...unassessed,
  call_status: "call_failed",
  recording_url: null,
  transcript: null,
};

export const unreadable = {
  ...unassessed,
  call_digest: "The answers came in a form that nobody foresaw.",
  questions_response: '[{"question": "How many years',
};

const nasty =
  "<img src=x onerror=alert(1)> \u202Egnp.exe\u202C Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308";
export const hostile = {
  ...call,
  call_status: nasty,
  ninjahire_intelligence: nasty,
  recording_url: "javascript:alert(1)",
  call_digest: nasty,
  call_summary: { [nasty]: { score: nasty, summary: nasty } },
  questions_response: JSON.stringify([{ question: nasty, response: nasty, score: nasty }]),
  transcript: `BOT: ${nasty}\nHUMAN: ${nasty}`,
};

export const otherScripts = `BOT: שלום, מדברת נינה. האם זה זמן טוב?
HUMAN: נعם — sorry, I mean yes. כן.
BOT: こんにちは。シフト管理の経験は何年ありますか。
HUMAN: 六年です。最後の三年は十二人のチームでした。`;

const names = [
  "Sam Okafor",
  "Lena Fischer",
  "María José Núñez",
  "יעל כהן",
  "大塚 蓮",
  "Priya Raman",
  "Zoë van Dijk",
];

const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** 130 calls of 90 candidates: some were called again, some calls are live, and of one there is no news. */
export const results = Array.from({ length: 130 }, (_, at) => {
  const candidate = at % 90;
  const isFailed = at % 11 === 10;
  const isLive = !isFailed && at % 17 === 16;
  const call_score = isFailed || isLive ? null : 97 - ((at * 13) % 60);
  return {
    call_id: `call-${at}`,
    application_id: `application-${candidate}`,
    job_id: "job",
    candidate_name: names[candidate % 7] + (candidate > 6 ? ` ${candidate}` : ""),
    call_status: isFailed ? "call_failed" : isLive ? "call_in_progress" : "call_completed",
    ninjahire_intelligence:
      call_score === null ? null : at % 5 === 4 ? "call_inconclusive" : "call_success",
    call_score,
    call_summary: call_score && {
      "Relevant experience": { score: `${Math.round(call_score / 10)}/10` },
      "Notice period": { score: 5 + (at % 5) },
      Motivation: "Wants to stay in the same trade.",
    },
    created_at: hoursAgo(isLive && at > 20 ? 0.1 : 3 + ((at * 31) % 700)),
  };
});
