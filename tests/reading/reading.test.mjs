// `ninjahire-calls/reading` in JavaScript: ranges, exports, and refused arguments.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "parse5";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const load = (file) => import(pathToFileURL(resolve(root, file)).href);
const nh = await load("index.node.js");
const reading = await load("reading/index.node.js");
await nh.init();

const transcript = [
  "[0:00] BOT: Hi 👋, how many years of Rust do you have?",
  "[0:04] HUMAN: 👩‍💻 Six. I am José, at sam@example.com",
  "or +44 20 7946 0018, since 2019.",
  "[0:12] HUMAN: שלום, call score 8/10.",
  "[0:20] BOT: Thank you, goodbye.",
].join("\n");
const turns = nh.parseTranscript(transcript);
const turn = (text, role = "human") => ({ ...turns[1], role, label: role, text });
const cut = ({ turn, start, end }, of = turns) => of[turn].text.slice(start, end);

async function refused(promise, param, message) {
  const error = await promise.then(
    () => assert.fail("it was not refused"),
    (error) => error,
  );
  assert.ok(error instanceof nh.InvalidRequestError, `${error}`);
  assert.equal(error.param, param);
  assert.match(error.message, message);
}

test("search returns ranges of the turn's text, also after emoji and in right-to-left text", async () => {
  const found = await reading.searchTranscript(turns, "JOSE");
  assert.deepEqual(found, [{ turn: 1, start: turns[1].text.indexOf("José"), end: 20 }]);
  assert.equal(cut(found[0]), "José");
  const [word] = await reading.searchTranscript(turns, "score");
  assert.equal(cut(word), "score");
  assert.deepEqual(await reading.searchTranscript(turns, "שלום"), [{ turn: 2, start: 0, end: 4 }]);
  const [lines] = await reading.searchTranscript(turns, "example.com or");
  assert.equal(cut(lines), "example.com\nor");
  assert.deepEqual(await reading.searchTranscript(turns, " "), []);
});

test("search sees changes since the last search, in the same array or another", async () => {
  const mine = [{ text: "one two" }, { text: "three" }];
  const places = async (turns, query) =>
    (await reading.searchTranscript(turns, query)).map(({ turn, start }) => [turn, start]);
  assert.deepEqual(await places(mine, "two"), [[0, 4]]);
  assert.deepEqual(await places([...mine], "three"), [[1, 0]]);
  mine[1].text = "two, three";
  assert.deepEqual(await places(mine, "two"), [
    [0, 4],
    [1, 0],
  ]);
  mine.push({ text: "🙂 two" });
  assert.deepEqual(await places(mine, "two"), [
    [0, 4],
    [1, 0],
    [2, 3],
  ]);
  // A refused search leaves no state.
  await assert.rejects(places([{ text: "two" }], 2));
  await assert.rejects(places([{ text: "two" }, null], "two"));
  assert.equal((await places(mine, "two")).length, 3);
  mine.length = 1;
  assert.deepEqual(await places(mine, "two"), [[0, 4]]);
});

test("search finds whole words only where the option is set", async () => {
  const cats = [turn("concatenate a cat")];
  assert.equal((await reading.searchTranscript(cats, "cat")).length, 2);
  assert.deepEqual(await reading.searchTranscript(cats, "cat", { wholeWord: true }), [
    { turn: 0, start: 14, end: 17 },
  ]);
});

test("a lone surrogate is one code unit, and does not change", async () => {
  const odd = [turn("\ud800 cat"), turn("\ud800 sam@example.com")];
  assert.deepEqual(await reading.searchTranscript(odd, "cat"), [{ turn: 0, start: 2, end: 5 }]);
  const { turns: masked } = await reading.maskContactDetails(odd);
  assert.equal(masked[0].text, "\ud800 cat");
  assert.match(masked[1].text, / \[email\]$/);
});

test("statistics count by speaker", async () => {
  const stats = await reading.transcriptStats(turns);
  assert.deepEqual([stats.turns, stats.seconds], [4, 20]);
  const [bot, human] = stats.speakers;
  assert.deepEqual([bot.role, bot.label, bot.turns, bot.questions], ["bot", "BOT", 2, 1]);
  assert.deepEqual([human.turns, human.longestTurn, human.seconds], [2, 1, 16]);
  assert.equal(bot.share + human.share, 1);
  assert.equal(bot.words + human.words, stats.words);
  assert.deepEqual(await reading.transcriptStats([]), {
    speakers: [],
    turns: 0,
    words: 0,
    characters: 0,
    seconds: null,
  });
});

test("masking returns copies, and the masked ranges", async () => {
  const before = structuredClone(turns);
  const { turns: copies, masked } = await reading.maskContactDetails(turns, { terms: ["jose"] });
  assert.deepEqual(turns, before);
  assert.equal(copies[1].text, "👩‍💻 Six. I am [masked], at [email]\nor [phone], since 2019.");
  assert.equal(copies[2].text, turns[2].text);
  assert.equal(copies[1].start, turns[1].start);
  assert.deepEqual(
    masked.map((item) => [item.kind, cut(item)]),
    [
      ["term", "José"],
      ["email", "sam@example.com"],
      ["phone", "+44 20 7946 0018"],
    ],
  );
  const replaced = await reading.maskContactDetails(turns, { replacement: "█" });
  assert.match(replaced.turns[1].text, /at █\nor █,/);
});

test("evidence takes the result of parseQuestions, its rows, or plain questions", async () => {
  const raw = JSON.stringify([
    { question: "What motivates you?", score: 3 },
    { question: "How many years of Rust do you have?", response: "Six.", score: 8 },
  ]);
  const questions = nh.parseQuestions(raw);
  const links = await reading.linkEvidence(turns, questions);
  assert.deepEqual(
    links.map(({ question }) => question),
    [1],
  );
  assert.match(cut(links[0].asks[0]), /^how many years of Rust|^Hi 👋, how many years of Rust/);
  assert.equal(links[0].answers[0].turn, 1);
  assert.equal(cut(links[0].answers[0]), turns[1].text);
  assert.ok(links[0].confidence > 0.6 && links[0].confidence <= 1);
  assert.deepEqual(await reading.linkEvidence(turns, questions.rows), links);
  const bare = questions.rows.map(({ question }) => ({ question }));
  assert.equal((await reading.linkEvidence(turns, bare))[0].asks[0].turn, 0);
  assert.deepEqual(await reading.linkEvidence(turns, [{ question: null }]), []);
});

test("groups contain the given turn objects", async () => {
  const groups = await reading.groupTurns(turns);
  assert.deepEqual(
    groups.map(({ role, label, turns }) => [role, label, turns.length]),
    [
      ["bot", "BOT", 1],
      ["human", "HUMAN", 2],
      ["bot", "BOT", 1],
    ],
  );
  assert.equal(groups[1].turns[0], turns[1]);
});

test("the format describes the split, with ranges of the transcript", async () => {
  const text = "BOT: 👋 What was your title?\nHUMAN: On paper\nAgent: it said nothing else.";
  const format = await reading.detectFormat(text);
  assert.deepEqual([format.shape, format.turns, format.timedTurns], ["lines", 2, 0]);
  assert.deepEqual(
    format.labels.map(({ label, start, end }) => label === text.slice(start, end)),
    [true, true],
  );
  const [{ start, end }] = format.leftAsSpeech;
  assert.equal(text.slice(start, end), "Agent");
  const named = await reading.detectFormat("Nina: Hi.\nSam: Hi.", {
    roles: { Nina: "bot", Sam: "human" },
  });
  assert.deepEqual(
    named.labels.map(({ role }) => role),
    ["bot", "human"],
  );
});

const hostile = `<img src=x onerror=alert(1)> "q" & 'r' --> </script><script>alert(1)</script>`;
const call = {
  call_id: "c1",
  call_status: "call_completed",
  ninjahire_intelligence: hostile,
  call_direction: "outbound",
  call_score: 87,
  recording_url: "javascript:alert(1)",
  call_digest: hostile,
  call_summary: { [hostile]: { score: 8, summary: hostile } },
  questions_response: JSON.stringify([{ question: hostile, response: hostile, score: "8/10" }]),
  transcript: `BOT: ${hostile}\nHUMAN: [x](javascript:alert(1)) **b** ${hostile}`,
};

/** The tags and the text of a page. Fails if an element has an event handler. */
function parsePage(html) {
  const [tags, texts] = [[], []];
  const walk = (node) => {
    if (node.tagName) tags.push(node.tagName);
    if (node.attrs?.some(({ name }) => name.startsWith("on"))) assert.fail("an event handler");
    if (node.nodeName === "#text") texts.push(node.value);
    node.childNodes?.forEach(walk);
  };
  walk(parse(html));
  return { tags, text: texts.join("") };
}

test("an HTML page has the words of the call as text, and no script", async () => {
  const page = await reading.callToHtml(call, { title: `Sam ${hostile}` });
  const { tags, text } = parsePage(page);
  for (const tag of ["script", "img", "a", "iframe"]) assert.ok(!tags.includes(tag), tag);
  assert.equal(text.split(hostile).length - 1, 10);
  assert.match(text, /8\/10/);
});

test("Markdown has the words of the call as text, and no HTML", async () => {
  const markdown = await reading.callToMarkdown(call, { title: "Sam *Lee*" });
  assert.ok(markdown.startsWith("# Sam \\*Lee\\*\n"));
  assert.doesNotMatch(markdown, /(^|[^\\])<(img|script)/);
  assert.doesNotMatch(markdown, /(^|[^\\])\[x/);
  assert.match(markdown, /- Score: 87 of 100/);
});

test("a call may have few fields, and fields of a wrong type are left out", async () => {
  const nothing = { call_id: "c1", transcript: null, call_summary: null, questions_response: null };
  assert.equal(await reading.callToMarkdown(nothing), "# Call\n\n- Call: c1\n");
  assert.equal(await reading.callToMarkdown({ call_id: 3, call_score: "x" }), "# Call\n");
  const labelled = { transcript: "Nina: Hi." };
  const page = await reading.callToHtml(labelled, { roles: { Nina: "human" } });
  assert.match(page, /class="turn human"/);
});

test("text has one block a turn", async () => {
  const text = await reading.turnsToText(turns);
  assert.match(text, /^\[0:00\] BOT: Hi 👋/);
  assert.match(text, /example\.com\nor \+44/);
  assert.equal(nh.parseTranscript(text).length, turns.length);
});

test("captions need timestamps, and no words of a call end a cue", async () => {
  const captions = await reading.turnsToWebVtt([turn("a --> b\n\n<b>"), turns[2]], { end: 30 });
  assert.equal(
    captions.split("\n\n")[1],
    "00:00:04.000 --> 00:00:12.000\n<v human>a --&gt; b\n&lt;b&gt;",
  );
  assert.match(captions, /00:00:12\.000 --> 00:00:30\.000/);
  await refused(
    reading.turnsToWebVtt(nh.parseTranscript("BOT: Hi.")),
    "turns",
    /^`turns` have no timestamps/,
  );
});

test("CSV takes an array or any iterable", async () => {
  const results = [{ ...call, application_id: "a1" }, { call_id: "=1+1" }];
  const csv = await reading.resultsToCsv(results);
  assert.match(csv, /^call_id,application_id,/);
  assert.match(csv, /\r\n'=1\+1,,,,,,,,,,,,\r\n$/);
  async function* slowly() {
    yield* results;
  }
  assert.equal(await reading.resultsToCsv(slowly()), csv);
  assert.equal(await reading.resultsToCsv(new Set(results)), csv);
  assert.equal(await reading.resultsToCsv(results, { byteOrderMark: true }), `\ufeff${csv}`);
  async function* broken() {
    yield results[0];
    throw new TypeError("page 2");
  }
  await assert.rejects(reading.resultsToCsv(broken()), /page 2/);
});

test("an error has the name of the wrong argument", async () => {
  const { searchTranscript, maskContactDetails, linkEvidence } = reading;
  await refused(
    searchTranscript("BOT: Hi.", "x"),
    "turns",
    /must be an array of turns, not string/,
  );
  await refused(searchTranscript([turns[0], null], "x"), "turns[1]", /must be a turn, not null/);
  await refused(reading.transcriptStats([{}]), "turns[0].text", /must be a string, not undefined/);
  await refused(searchTranscript(turns, 3), "query", /must be a string, not number/);
  await refused(searchTranscript(turns, "x", { word: true }), "word", /known are wholeWord/);
  await refused(maskContactDetails(turns, { terms: "x" }), "terms", /an array of strings/);
  await refused(maskContactDetails(turns, { terms: [3] }), "terms[0]", /must be a string/);
  await refused(linkEvidence(turns, "x"), "questions", /must be an array of questions/);
  await refused(linkEvidence(turns, ["x"]), "questions[0]", /an object with a `question`/);
  await refused(reading.callToHtml("c1"), "call", /must be a call, not string/);
  await refused(reading.callToMarkdown({}, { title: 3 }), "title", /must be a string/);
  await refused(reading.turnsToWebVtt(turns, { end: -1 }), "end", /0 or more/);
  await refused(reading.resultsToCsv("abc"), "results", /an iterable, not string/);
  await refused(reading.resultsToCsv([3]), "results[0]", /must be a call, not number/);
  await refused(reading.detectFormat(3), "transcript", /must be a string/);
});

test("a turn needs only its text", async () => {
  const bare = [{ text: "Hi." }, { role: "robot", label: 3, text: "Hi.", startTime: NaN }];
  const { speakers } = await reading.transcriptStats(bare);
  assert.deepEqual([speakers.length, speakers[0].role, speakers[0].label], [1, "unknown", null]);
});

test("the second wasm starts on first use, alone, and a start that failed can be tried again", () => {
  const file = (name) => JSON.stringify(pathToFileURL(resolve(root, name)).href);
  const said = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const reading = await import(${file("reading/index.node.js")});
       const bad = await reading.initReading(new Uint8Array(3)).catch((e) => e);
       const turns = [{ text: "a cat" }];
       const both = await Promise.all([1, 2].map(() => reading.searchTranscript(turns, "cat")));
       await reading.initReading();
       console.log(bad.code, /reading\\.wasm.*initReading\\(\\)/.test(bad.message), both.flat().length)`,
    ],
    { encoding: "utf8" },
  );
  assert.equal(said.trim(), "start_failed true 2");
});

test("a trap rejects the call, and the next one starts afresh", async () => {
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    throw new Error("thrown through the wasm");
  };
  try {
    await assert.rejects(reading.detectFormat("BOT: Hi."), { code: "crashed" });
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
  assert.equal((await reading.searchTranscript(turns, "jose")).length, 1);
});

test("every example in the types works as documented", async () => {
  const names = { ...nh, ...reading };
  let lines = 0;
  const files = readdirSync(resolve(root, "reading")).filter((name) => name.endsWith(".d.ts"));
  for (const file of files) {
    const text = readFileSync(resolve(root, "reading", file), "utf8");
    for (const [, example] of text.matchAll(/@example\n([^]*?)\*\//g)) {
      const code = example
        .replace(/^ *\* ?/gm, "")
        .replace(/^(.*); \/\/ (ends with )?(.*)$/gm, (_, ...parts) => {
          const [expression, endsWith, expected] = parts;
          lines += 1;
          return endsWith
            ? `assert.ok((${expression}).endsWith(${expected}));`
            : `assert.deepEqual(${expression}, ${expected});`;
        });
      const run = `return (async () => { ${code} })()`;
      await new Function("assert", ...Object.keys(names), run)(assert, ...Object.values(names));
    }
  }
  assert.ok(lines >= 10, `${lines}`);
});
