// Most transcripts are read by the heads of their lines: the turns are those of the whole text.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chance } from "../differential/random.mjs";
import { hardTranscripts, rolesOf, transcriptOf } from "../differential/texts.mjs";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const load = (file) => import(pathToFileURL(resolve(root, file)).href);
const nh = await load("index.node.js");
const wasm = await load("generated/core.js");
const { LineHeads } = await load("line-heads.js");
const { readHeads } = await load("head-turns.js");
const { toTurns } = await load("turn.js");
await nh.init();

const readWhole = (text, options) => toTurns(text, wasm.parseTranscript(text, options), 0);
const isReadByHeads = (text, options) => {
  const lines = new LineHeads();
  return lines.update(text) && readHeads(wasm, lines, options) !== undefined;
};

const labels = [
  ["BOT: ", "HUMAN: "],
  ["BOT: ", "HUMAN: ", "BOT:", "HUMAN:\n", "Human: ", "bot: ", "Agent: ", "Note: "],
  ["Agent: ", "User: ", "Agent : ", "user: ", "Assistant: "],
  ["Nina: ", "Sam Lee: "],
  ["Nina: ", "BOT: ", "Sam: ", "Well: "],
  ["Speaker 1: ", "Speaker 2: ", "Speaker A: ", "SPEAKER_00: "],
  ["Q: ", "A: ", "Q1: ", "question: ", "answer: "],
  ["Кандидат: ", "Бот: ", "面试官：", "候选人: ", "שלום: ", "Bewerber:in: ", "Bewerber/in: "],
  ["human: ", "bot: ", "HUMAN: ", "BOT: "],
  ["BOT: ", "HUMAN: ", "Tom: ", "Recruiter: ", "System: "],
  ["Candidate: ", "Nina: ", "Sam: ", "Tool: "],
  ["Nina: (0:04) ", "Sam: (0:07) ", "Nina: [0:09]\n", "Sam: "],
];
const rare = [
  "\n ",
  "12:30 BOT: ",
  "[00:01] BOT: ",
  "10:30\n",
  "12s\n",
  "[12.5]\n",
  "7\n",
  "**BOT:** ",
  "BOT (Screener): ",
  "Nina (Bot): ",
  "(AI): ",
  " HUMAN: ",
  "\tBOT: ",
  "BOT:- ",
  '"BOT": ',
  "‘BOT’: ",
  "2 BOT: ",
  "1746086531 BOT: ",
  "+1 (555) 010-0199: ",
  "(0:04) ",
  "BOT::",
  "BOT://",
  "BOT: // ",
  "BOT\n",
  "Agent\n",
  "- ",
  "🤖 BOT: ",
  "L. Dr. Sam & Lee: ",
  "a b c d e f: ",
  "\u200b",
  "\ufeff",
  "\u00a0",
  "\u3000",
  "\ud83d",
  "\x1a",
  "<",
  "<br>",
  "\\n",
  "\r\n",
  "\u2028",
  "\x85",
];
const said = [
  "Yes",
  "Hi. ",
  "so? ",
  "夜。",
  "at 10:30 ",
  "plan: ",
  "比：",
  "😀",
  " ",
  "Well,",
  "no",
  "é ",
];
const lineBreaks = ["\n", "\n", "\n", "\n\n", " \n"];
const options = [...Array(8).fill(undefined), ...rolesOf.slice(1).map((roles) => ({ roles }))];

function lineTranscriptOf(seed) {
  const { pick, below, is } = chance(seed);
  const own = pick(labels);
  const risk = pick([0, 0, 0, 0.01, 0.1]);
  const names = Math.min(own.length, 2 + below(3));
  let text = is(0.95) ? own[0] : "";
  for (let line = below(30); line > 0; line -= 1) {
    for (let word = below(5); word > 0; word -= 1) text += is(risk) ? pick(rare) : pick(said);
    text += pick(lineBreaks);
    if (is(risk)) text += pick(rare);
    if (is(0.85)) text += own[is(0.9) ? line % names : below(own.length)];
  }
  return text;
}

test("transcripts of all kinds have the turns that reading the whole text gives", () => {
  let byHeads = 0;
  for (let seed = 0; seed < 6000; seed += 1) {
    const text = seed % 8 === 7 ? transcriptOf(seed) : lineTranscriptOf(seed);
    const given = options[seed % options.length];
    byHeads += isReadByHeads(text, given);
    assert.deepEqual(nh.parseTranscript(text, given), readWhole(text, given), `seed ${seed}`);
  }
  assert.ok(byHeads > 1500, `${byHeads} were read by heads: too few for a test`);
});

test("hard transcripts and those of the fixtures too", () => {
  const folder = resolve(import.meta.dirname, "../fixtures/evidence");
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".txt"));
  const calls = files.flatMap((file) =>
    readFileSync(resolve(folder, file), "utf8").split(/^#.*$/m),
  );
  for (const text of [...hardTranscripts, ...calls, ...calls.map((call) => call.trim())]) {
    for (const given of [undefined, ...rolesOf.map((roles) => ({ roles }))]) {
      assert.deepEqual(nh.parseTranscript(text, given), readWhole(text, given), text.slice(0, 200));
    }
  }
});

test("however a growing transcript is cut, it is read as the whole", () => {
  for (let seed = 0; seed < 1500; seed += 1) {
    const { below, is } = chance(seed);
    const text = lineTranscriptOf(seed);
    const reader = new nh.TranscriptReader();
    for (let end = 0; end < text.length;) {
      // Now and then it is another text.
      end = is(0.05) ? below(text.length) : Math.min(text.length, end + 1 + below(60));
      const now = is(0.03) ? lineTranscriptOf(seed + 1).slice(0, end) : text.slice(0, end);
      const before = reader.turns;
      const unchanged = reader.update(now);
      assert.deepEqual(reader.turns, readWhole(now), `seed ${seed}, up to ${end}`);
      assert.ok(reader.turns.slice(0, unchanged).every((turn, at) => turn === before[at]));
      const next = [before[unchanged], reader.turns[unchanged]];
      assert.ok(next.includes(undefined) || !isDeepEqual(...next), `seed ${seed}, up to ${end}`);
    }
  }
});

function isDeepEqual(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

test("the transcripts that most calls have are read by heads", () => {
  for (const text of [
    "BOT: Hi.\nHUMAN: Hello.\nand more",
    "Agent: Hi.\nUser: Hello.\n\nAgent: Note: it is recorded.\n",
    "Nina: Hi.\nSam: Hello.\nNina: So?\nSam: Yes.",
    "Бот: Привет.\nКандидат: Да: конечно.\nтак",
  ]) {
    assert.ok(isReadByHeads(text), text);
  }
});
