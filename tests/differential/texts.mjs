/** Ordinary and odd transcripts and assessments. */

import { chance } from "./random.mjs";

const labels = [
  "BOT:",
  "HUMAN:",
  "Bot:",
  "human :",
  "BOT -",
  "**BOT:**",
  "[BOT]",
  "BOT (0:12):",
  "[00:12] BOT:",
  "00:00:12 HUMAN:",
  "Nina:",
  "Sam O'Neil:",
  "Candidate:",
  "AI:",
  "User:",
  "Note:",
  "https:",
  "שלום:",
  "Кандидат:",
  "機器人：",
  "",
];
const words = [
  "Hello",
  "there",
  "BOT",
  "HUMAN:",
  "ratio 3:1",
  "at 10:30",
  "Grüße",
  "👩‍💻",
  "שלום",
  "مرحبا",
  "你好",
  "e\u0301",
  "\ud83d",
  "\u00a0",
  "\u2028",
  "\t",
  "well-known",
  "\u0000",
  "(laughs)",
  "[inaudible]",
  "8/10",
  "…",
];
const breaks = ["\n", "\r\n", "\n\n", " ", "\r", "\n  ", ""];

export const rolesOf = [
  undefined,
  {},
  { Nina: "bot" },
  { nina: "bot", "Sam O'Neil": "human", Note: "other" },
  { BOT: "human", HUMAN: "bot" },
  { Кандидат: "human", שלום: "bot", 機器人: "bot" },
  { "": "bot", " ": "human", "BOT:": "other" },
  { AI: "unknown" },
];

export function transcriptOf(seed) {
  const { pick, below, is } = chance(seed);
  const turns = Array.from({ length: below(12) }, () => {
    const said = Array.from({ length: below(8) }, () => pick(words)).join(" ");
    return `${is(0.85) ? pick(labels) : ""}${is(0.9) ? " " : ""}${said}${pick(breaks)}`;
  });
  return turns.join("");
}

/** A typical transcript: the vendor's labels lead all lines, some with a timestamp. */
export function plainTranscriptOf(seed) {
  const { pick, below, is } = chance(seed);
  const said = () => Array.from({ length: 1 + below(8) }, () => pick(plainWords)).join(" ");
  const time = pick(["", "[00:12] ", "00:00:12 ", "(0:12) "]);
  const turns = Array.from({ length: 2 + below(12) }, (_, index) => {
    const label = index % 2 === 0 || is(0.1) ? "BOT" : "HUMAN";
    const more = is(0.2) ? `${pick(["\n", "\n\n"])}${said()}` : "";
    return `${time}${label}: ${said()}${more}`;
  });
  return turns.join(pick(["\n", "\r\n", "\n\n"]));
}

/** Words that do not look like labels. */
const plainWords = words.filter((word) => !/:|BOT|^[\s\u2028]$/.test(word));

export const hardTranscripts = [
  "",
  " ",
  "\n\n",
  "BOT:",
  "BOT: Hi.\nHUMAN: Hello.",
  "BOT: Hi. HUMAN: Hello. BOT: Good.",
  "Hi without a label.\nAnd more.",
  "\ufeffBOT: Hi.",
  "BOT: He said: HUMAN: is a label.\nHUMAN: Yes.",
  "[0:01] BOT: a\n[0:02] HUMAN: b\n[1:02:03] BOT: c",
  "BOT: a\n\n\nHUMAN:\nb\nBOT:\n",
  "\ud800BOT: a\nHUMAN: \udfff",
  `BOT: ${"x".repeat(100_000)}\nHUMAN: y`,
  "BOT: a\nHUMAN: b\n".repeat(5_000),
];

const scores = [
  "8",
  "8.50",
  "7.0",
  "1e1",
  '"8"',
  '"8.50"',
  '"8/10"',
  '"good"',
  '""',
  "null",
  "-1",
  "1e999",
  "[]",
  '{"value":8}',
  "true",
  '"85%"',
  '" 7 "',
];
const prose = [
  '"Yes."',
  '""',
  "null",
  "5",
  "8.50",
  '"line\\nline"',
  '"\\ud83d"',
  '["a","b"]',
  '{"a":1}',
  "false",
  '"שלום"',
];
const questionKeys = [
  "question",
  "response",
  "answer",
  "score",
  "rating",
  "Question",
  "reason",
  "1",
  "__proto__",
  "x",
];
const summaryKeys = [
  "score",
  "rating",
  "summary",
  "evidence",
  "reason",
  "comment",
  "Score",
  "1",
  "__proto__",
  "x",
];
const categories = [
  "Skills",
  "Culture Fit",
  "2",
  "1",
  "overall",
  "__proto__",
  "",
  "שפה",
  "constructor",
];

const members = ({ pick, below, is }, keys, nest) =>
  `{${Array.from({ length: below(5) }, () => {
    const key = pick(keys);
    const value = nest && is(0.2) ? nest() : pick(/score|rating/i.test(key) ? scores : prose);
    return `${JSON.stringify(key)}:${is(0.1) ? " " : ""}${value}`;
  }).join()}}`;

/** Text that stands for a list of questions. */
export function questionsOf(seed) {
  const by = chance(seed);
  const item = () => {
    const text = members(by, by.is(0.7) ? questionKeys.slice(0, 4) : questionKeys);
    if (by.is(0.1)) return by.pick([...prose, ...scores]);
    return by.is(0.1) ? JSON.stringify(text) : text;
  };
  const items = Array.from({ length: by.below(5) }, item);
  let text = `[${items.join(by.is(0.1) ? " , " : ",")}${by.is(0.1) ? "," : ""}]`;
  if (by.is(0.1)) text = `{"questions":${text}}`;
  if (by.is(0.1)) text = `\`\`\`${by.pick(["json", ""])}\n${text}\n\`\`\``;
  if (by.is(0.1)) text = JSON.stringify(text);
  if (by.is(0.1)) text = text.slice(0, by.below(text.length + 1));
  return text;
}

/** Text of an object by category. */
export function summaryOf(seed) {
  const by = chance(seed);
  const inner = () => members(by, summaryKeys);
  const value = () => {
    if (by.is(0.3)) return by.pick([...scores, ...prose]);
    return members(by, by.is(0.3) ? categories : summaryKeys, inner);
  };
  const rows = Array.from(
    { length: by.below(5) },
    () => `${JSON.stringify(by.pick(categories))}:${value()}`,
  );
  return `{${rows.join()}}`;
}

export const hardAssessments = [
  "",
  " ",
  "null",
  "{}",
  "[]",
  "[[]]",
  "[null]",
  '"text"',
  "7",
  "not JSON",
  '[{"question":"a","response":"b","score":8.50}]',
  '{"question":"a","answer":"b","score":"7.50"}',
  '["{\\"question\\":\\"a\\",\\"score\\":1}"]',
  '```json\n[{"question":"a"}]\n```',
  '[{"question":"a"},]',
  "[{'question':'a'}]",
  '{"Skills":{"Java":{"score":8,"reason":"x"},"Rust":7},"Fit":"good","2":1,"1":2}',
  '{"a":{"b":{"c":{"d":1}}}}',
  `{"a":${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}}`,
  "[".repeat(10_000),
  `[${'{"question":"q","response":"r","score":1},'.repeat(2_000)}{}]`,
];
