// Objects have the properties of their types, and no others.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { nh } from "./client.mjs";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const types = readFileSync(resolve(root, "generated/types.d.ts"), "utf8");

/** The properties of an interface, those it inherits included; `?` marks optional ones. */
function properties(name) {
  const [, bases = "", body] =
    types.match(new RegExp(`export interface ${name}(?: extends ([\\w, ]+))? \\{\n([^]*?)\n\\}`)) ??
    [];
  assert.ok(body !== undefined, `no interface is called ${name}`);
  const own = [...body.matchAll(/^ {4}(\w+\??):/gm)].map(([, property]) => property);
  const inherited = bases
    .split(/, */)
    .filter((base) => base && base !== "UnknownFields")
    .flatMap(properties);
  return [...own, ...inherited];
}

const required = (name) => properties(name).filter((property) => !property.endsWith("?"));
const optional = (name) =>
  properties(name)
    .filter((property) => property.endsWith("?"))
    .map((property) => property.slice(0, -1));

function has(object, name) {
  const keys = Object.keys(object);
  assert.deepEqual([...keys].sort(), required(name).sort(), name);
}

await nh.init();

test("a call has every property of its type, even where the server sent few", () => {
  has(nh.decode.callDetails('{"call_id":"c","call_status":"call_in_progress"}'), "CallDetails");
});

test("a listing and its results have every property of their types", () => {
  const page = nh.decode.screeningResults('{"data":[{}]}');
  has(page, "ScreeningResultsPage");
  has(page.data[0], "ScreeningResult");
});

test("a placed call has every property of its type", () => {
  has(nh.decode.instantCall("{}"), "InstantCall");
  has(nh.decode.instantCall('{"call_id":"c","status":"ok"}'), "InstantCall");
});

test("the only optional property of an answer is decode_issues, and its items are as typed", () => {
  for (const name of ["CallDetails", "ScreeningResult", "ScreeningResultsPage", "InstantCall"]) {
    assert.deepEqual(optional(name), ["decode_issues"], name);
  }
  const call = nh.decode.callDetails('{"call_id":"c","call_status":"x","call_score":"87"}');
  assert.deepEqual(Object.keys(call).sort(), [...required("CallDetails"), "decode_issues"].sort());
  has(call.decode_issues[0], "DecodeIssue");
});

test("rows of an assessment have every property of their types", () => {
  const questions = nh.parseQuestions("[{}, 5]");
  has(questions, "Questions");
  has(nh.parseQuestions('[{"question":"Q"}]').rows[0], "QuestionRow");
  has(questions.problems[0], "ReadingProblem");
  const summary = nh.parseSummary('{"Skills":{"score":8}}');
  has(summary, "Summary");
  has(summary.rows[0], "SummaryRow");
});

test("an update of a followed call has every property of its type", async () => {
  const client = new nh.NinjaHireClient({
    baseUrl: "https://ats.example",
    fetch: async () => new Response('{"call_id":"c","call_status":"call_completed"}'),
  });
  for await (const { call, changed } of client.watchCall("c")) {
    has(call, "CallDetails");
    has(changed, "CallChange");
  }
});
