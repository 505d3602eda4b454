// Compares the parsers for transcripts and assessments in both versions. They were improved on purpose. The
// allowed differences are in `allowedInTranscripts` and `allowedInAssessments`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedInAssessments, allowedInTranscripts } from "./allowed.mjs";
import { Differences } from "./compare.mjs";
import {
  hardAssessments,
  hardTranscripts,
  plainTranscriptOf,
  questionsOf,
  rolesOf,
  summaryOf,
  transcriptOf,
} from "./texts.mjs";
import { holders, values } from "./values.mjs";
import { versions } from "./versions.mjs";

const { old, current } = await versions();
const first = Number(process.env.SEED ?? 1);
const count = Number(process.env.TEXTS ?? 3_000);
const seeds = Array.from({ length: count }, (_, index) => first + index);

const outcome = (use) => {
  try {
    return { value: use() };
  } catch (error) {
    return { error };
  }
};

function compare(differences, name, input, use) {
  const was = outcome(() => use(old));
  differences.compare(
    name,
    was,
    outcome(() => use(current)),
    { input },
  );
}

test("transcripts are split into the same turns", () => {
  const differences = new Differences(allowedInTranscripts);
  const check = (name, text) => {
    for (const roles of rolesOf) {
      const options = roles && { roles };
      const input = { text, options };
      compare(differences, name, input, (nh) => nh.parseTranscript(text, options));
    }
  };
  hardTranscripts.forEach((text, index) => check(`hard transcript ${index}`, text));
  for (const seed of seeds) check(`seed ${seed}`, plainTranscriptOf(seed));
  differences.end(count);
});

// The current version knows labels in more languages, names as second speakers, and more separators and timestamps.
// So it parses random labels in another way than 0.1 on purpose, but it never loses a word.
test("no random label or word is lost or repeated", () => {
  for (const seed of seeds) {
    const text = transcriptOf(seed);
    for (const roles of rolesOf) {
      let end = 0;
      for (const turn of current.parseTranscript(text, roles && { roles })) {
        assert.equal(text.slice(turn.start, turn.end), turn.text);
        assert.ok(turn.start >= end && turn.end >= turn.start, `seed ${seed}`);
        const between = text.slice(end, turn.start);
        // Between two turns there is one label with its markup, and no other word.
        assert.ok(
          !/laughs|inaudible|Hello|there|well-known|Grüße|مرحبا/.test(between),
          `seed ${seed}`,
        );
        end = turn.end;
      }
      assert.equal(text.slice(end).replace(/[\s\ufeff]+/g, ""), "", `seed ${seed}`);
    }
  }
});

test("both versions accept or refuse the same arguments of parseTranscript", () => {
  // Compares refusals, so it needs no rule for turns.
  const differences = new Differences();
  const check = (name, ...args) => {
    const use = (nh) => nh.parseTranscript(...args.map((make) => make()));
    compare(differences, name, undefined, use);
  };
  const text = () => "BOT: Hi.\nNina: Hello.";
  // A known bug of 0.1.
  const isNamedBug = (roles) => Array.isArray(roles);
  for (const [what, make] of Object.entries(values)) {
    check(`parseTranscript(${what})`, make);
    check(`options: ${what}`, text, make);
    if (!isNamedBug(make())) check(`roles: ${what}`, text, () => ({ roles: make() }));
    check(`roles.Nina: ${what}`, text, () => ({ roles: { Nina: make() } }));
  }
  for (const [what, hold] of Object.entries(holders)) {
    check(`${what} that has roles`, text, () => hold("roles", { Nina: "bot" }));
    const roles = () => hold("Nina", "bot");
    if (!isNamedBug(roles())) check(`${what} that has Nina`, text, () => ({ roles: roles() }));
  }
  differences.end(200);
});

/** All lines of text in rows (but not in keys) that have a letter, in the spelling of JSON. */
function wordsIn(rows) {
  const texts = rows.map(({ question, response, text, extra }) => [
    question,
    response,
    text,
    extra,
  ]);
  const strings = [...JSON.stringify(texts).matchAll(/"((?:[^"\\]|\\.)*)"(:?)/g)];
  const lines = strings.flatMap(([, words, colon]) => (colon ? [] : words.split("\\n")));
  return lines.filter((line) => /\p{L}/u.test(line));
}

for (const [name, textOf] of [
  ["parseQuestions", questionsOf],
  ["parseSummary", summaryOf],
]) {
  // The current version parses more than 0.1 on purpose, and loses no word. This includes a score that is one level
  // down, or is a list or a boolean: 0.1 took it for a category and reported no problem.
  test(`${name} gives the same rows and problems, or all words where 0.1 failed`, () => {
    const differences = new Differences(allowedInAssessments);
    let [whole, lost] = [0, 0];
    const check = (what, value) => {
      const was = old[name](value);
      const text = typeof value === "string" ? value : JSON.stringify(value);
      if (was.problems.length === 0 && !/\\*"(?:score|rating)\\*"\s*:\s*[{[tf]/i.test(text)) {
        whole += 1;
        return compare(differences, what, value, (nh) => nh[name](value));
      }
      const now = JSON.stringify(current[name](value).rows);
      if (wordsIn(was.rows).some((words) => !now.includes(words))) lost += 1;
    };
    const both = (what, text) => {
      check(what, text);
      // Also as a parsed value, because an answer's summary is an object.
      const parsed = outcome(() => JSON.parse(text));
      if ("value" in parsed) check(`${what}, parsed`, parsed.value);
    };
    hardAssessments.forEach((text, index) => both(`hard assessment ${index}`, text));
    for (const seed of seeds) both(`seed ${seed}`, textOf(seed));
    assert.ok(whole > count / 2, `0.1 read only ${whole} without a problem`);
    // The last value of a repeated key counts. 0.1 may have lost it in a text that is cut off.
    assert.ok(lost < count / 500, `${lost} lose words`);
    differences.end(whole);
  });
}

test("both versions accept the same arguments of parseQuestions and parseSummary", () => {
  const differences = new Differences(allowedInAssessments);
  for (const name of ["parseQuestions", "parseSummary"]) {
    for (const [what, make] of Object.entries(values)) {
      compare(differences, `${name}(${what})`, undefined, (nh) => nh[name](make()));
    }
  }
  differences.end(100);
});
