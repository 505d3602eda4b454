// Tests the comparison itself: it finds every difference, and allows only those in the list.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  allowed,
  allowedInAssessments,
  allowedInTranscripts,
  bugs,
  nothingSent,
  oneOfTwoMistakes,
  statusOrDeadline,
} from "./allowed.mjs";
import { fine } from "./answers.mjs";
import { bodyOf } from "./bodies.mjs";
import { difference } from "./compare.mjs";
import { oldRoot, unstarted, versions } from "./versions.mjs";
import { story } from "./world.mjs";

const { old } = await versions();
const body =
  '{"call_id":"c-1","call_score":"87","call_digest":7,"count":0,"zero":0,"x":{"b":1,"a":[1,{"c":"\\ud800"}]}}';

test("any change of a result is found", () => {
  const decode = () => old.decode.callDetails(body);
  assert.equal(difference(decode(), decode()), undefined);
  const changes = {
    "a value": (call) => (call.call_id = "c-2"),
    "a type": (call) => (call.call_score = "87"),
    "null for undefined": (call) => (call.call_score = undefined),
    "a missing field": (call) => delete call.transcript,
    "a field too many": (call) => (call.more = undefined),
    "a nested value": (call) => (call.x.a[1].c = "y"),
    "an array's length": (call) => call.x.a.push(1),
    "an array's order": (call) => call.x.a.reverse(),
    "an array for an object": (call) => (call.x = [1]),
    "a Map for an object": (call) => (call.x = new Map(Object.entries(call.x))),
    "a prototype": (call) => Object.setPrototypeOf(call.x, null),
    "minus zero": (call) => (call.zero = -0),
    "an issue's path": (call) => (call.decode_issues[0].path = "x"),
    "an issue's expectation": (call) => (call.decode_issues[0].expected = "x"),
    "what an issue found": (call) => (call.decode_issues[0].found = '"88"'),
    "an issue too few": (call) => call.decode_issues.pop(),
  };
  for (const [what, change] of Object.entries(changes)) {
    const changed = decode();
    change(changed);
    assert.ok(difference(decode(), changed), `not noticed: ${what}`);
    assert.ok(difference(changed, decode()), `not noticed the other way round: ${what}`);
  }
});

test("any change of an error is found", () => {
  const make = (edit = () => {}) => {
    const cause = new old.HttpError({ code: "http", message: "no", status: 500, requestId: "r" });
    const report = { code: "dial_outcome_unknown", message: "m", applicationId: "a", cause };
    const error = new old.DialOutcomeUnknownError(report);
    edit(error);
    return error;
  };
  assert.equal(difference(make(), make()), undefined);
  for (const edit of [
    (error) => (error.message = "n"),
    (error) => (error.code = "http"),
    (error) => (error.cause.status = 501),
    (error) => delete error.cause.requestId,
    (error) => delete error.cause,
    (error) => (error.more = 1),
    (error) => Object.setPrototypeOf(error, old.HttpError.prototype),
    (error) => Object.setPrototypeOf(error.cause, old.ServerError.prototype),
  ]) {
    assert.ok(difference(make(), make(edit)), `not noticed: ${edit}`);
  }
  assert.ok(difference(make(), { ...make() }), "not found: a plain object instead of an error");
});

test("listed differences are allowed, and every rule has a reason", () => {
  const forScenarios = [nothingSent, oneOfTwoMistakes("x"), statusOrDeadline(400)];
  const lists = [allowed, allowedInAssessments, allowedInTranscripts, forScenarios];
  for (const { name, reason } of lists.flat()) {
    assert.ok(name && reason?.length > 20, name);
  }
  assert.equal(new Set(bugs.map(({ name }) => name)).size, bugs.length);
  const issues = (...found) => ({
    decode_issues: found.map((found, index) => ({ path: `p${index}`, expected: "x", found })),
  });
  const same = [
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [issues("8.70e1", " [1, 2]"), issues("87", "[1,2]")],
    [issues("1", "2"), { decode_issues: issues("1", "2").decode_issues.reverse() }],
    ["a\ud800", "a\ufffd"],
    [issues('"\ud800"'), issues('"\\ud800"')],
    [{ changed: { fields: ["a", "b"] } }, { changed: { fields: ["b", "a"] } }],
  ];
  for (const [was, is] of same) assert.equal(difference(was, is), undefined);
  const refused = { code: "invalid_request", message: "no", param: "x" };
  const failed = (error) => [{ "new failed": error }];
  const thrown = failed(new old.InvalidRequestError(refused));
  assert.equal(difference(failed(refused), thrown), undefined);
  assert.ok(difference(failed(refused), failed(new old.HttpError(refused))));
  assert.ok(difference([{ "it failed": refused }], [{ "it failed": thrown }]));

  const counted = (count) => ({ count, other: 0 });
  assert.equal(difference(counted(0), counted(-0)), undefined);
  assert.ok(difference(counted(0), counted(1)));

  const cut = (found, end = "") => {
    const message = `the answer: expected JSON, found ${found.slice(0, 80)}${end}`;
    return new old.DecodeError({ code: "decode", message, path: "", expected: "JSON", found });
  };
  const page = `\ufeff${"x".repeat(950)}`;
  assert.equal(difference(cut(page), cut(`${page} and more`)), undefined);
  assert.ok(difference(cut(page), cut(`y${page}`)));
  assert.ok(difference(cut(page), cut(page.slice(1))), "a byte order mark");
  assert.ok(difference(cut(page), cut(page, "y")), "another found value in the message");

  const problem = (fields, said, status = 400) =>
    failed(new old.HttpError({ code: "http", message: `400: ${said}`, status, ...fields }));
  const marked = '\ufeff{"title":"marked"}';
  const shown = problem({ detail: marked }, marked);
  assert.equal(difference(shown, problem({ title: "marked" }, "marked")), undefined);
  assert.ok(difference(shown, problem({ title: "other" }, "other")));
  assert.ok(difference(shown, problem({ title: "marked" }, "other")));
  assert.ok(difference(shown, problem({}, "")));
  assert.ok(difference(shown, problem({ title: "marked" }, "marked", 401)));

  const of = (code, more) => ({ code, message: "m", applicationId: "a", ...more });
  const unknown = (code) =>
    new old.DialOutcomeUnknownError(of("dial_outcome_unknown", { cause: { code } }));
  const late = unknown("deadline");
  const guarded = (callId) =>
    new old.RedialGuardError(of("redial_guard", { redialToken: "t", callId, remainingMs: 1 }));
  const pending = new old.DialPendingError(of("dial_pending"));
  const after = (first, second) => [{ "first failed": first }, { "second failed": second }];
  assert.equal(difference(after(late, late), after(late, guarded(null))), undefined);
  assert.equal(difference(after(late, pending), after(late, guarded(null))), undefined);
  assert.ok(difference(after(late, late), after(late, guarded("c-1"))));
  assert.ok(difference(after(late, late), after(late, unknown("connection"))));
  assert.ok(difference(after(late, late), [{ "first failed": late }, { second: {} }]));
  assert.ok(difference(after(late, late), [{ "first failed": late }, { fetch: {} }]));
  const lost = unknown("connection");
  assert.ok(difference(after(lost, lost), after(lost, guarded(null))));

  const either = [statusOrDeadline(400)];
  const answered = (status) => problem({}, "", status);
  const ended = failed(late);
  const differs = (was, is, rules) => difference(was, is, [...rules, ...allowed]);
  assert.equal(differs(ended, answered(400), either), undefined);
  assert.ok(differs(ended, answered(401), either));
  assert.ok(difference(ended, answered(400)));

  const refusing = (param) =>
    failed(
      new old.InvalidRequestError({
        code: "invalid_request",
        message: `\`${param}\` is wrong`,
        param,
      }),
    );
  const mistakes = [oneOfTwoMistakes("size")];
  assert.equal(differs(refusing("sizeX"), refusing("size"), mistakes), undefined);
  assert.ok(differs(refusing("sizeX"), refusing("page"), mistakes));
  assert.ok(differs(refusing("sizeX"), [{ new: "made" }], mistakes));
  assert.ok(difference(refusing("sizeX"), refusing("size")));

  const sent = [{ fetch: { method: "GET" } }, ...ended];
  assert.equal(differs(sent, ended, [nothingSent]), undefined);
  assert.ok(difference(sent, ended));
  assert.ok(differs([{ fetch: { method: "POST" } }, ...ended], ended, [nothingSent]));
  assert.ok(differs(sent, answered(400), [nothingSent]));

  const scored = (scoreText) => ({ rows: [{ scoreText }] });
  assert.equal(difference(scored("8.50"), scored("8.5"), allowedInAssessments), undefined);
  assert.ok(difference(scored("8.50"), scored("8.5")));
  assert.ok(difference(scored("8.50"), scored("8.51"), allowedInAssessments));
  const rows = (...names) => ({ rows: names.map((category) => ({ category })) });
  assert.equal(difference(rows("a", "1"), rows("1", "a"), allowedInAssessments), undefined);
  assert.ok(difference(rows("a", "b"), rows("b", "a"), allowedInAssessments));
  assert.ok(difference(rows("a", "1"), rows("1"), allowedInAssessments));
  const number = (score) => ({ score });
  const inexact = number(1.0000000000000002e300);
  assert.equal(difference(number(1e300), inexact, allowedInAssessments), undefined);
  assert.ok(difference(number(8.5), number(8.50000001), allowedInAssessments));
  assert.ok(difference(scored("8.50/10"), scored("8.5/10"), allowedInAssessments));
});

/** A copy of 0.1 with a mistake in one of its files. */
const broken = (file, right, wrong) =>
  unstarted(oldRoot, (copy) => {
    const path = join(copy, file);
    const code = readFileSync(path, "utf8");
    assert.ok(code.includes(right), `${file} has no ${right}`);
    writeFileSync(path, code.replace(right, wrong));
  });

test("a decoder that ignores an option is found within a few bodies", async () => {
  const bad = await broken(
    "own-http.js",
    "core.decode(endpoint, body, options)",
    "core.decode(endpoint, body)",
  );
  await bad.init();
  const decode = (nh, { endpoint, body }) => {
    try {
      return nh.decode[endpoint](body, { strict: true });
    } catch (error) {
      return error;
    }
  };
  let noticed = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const given = bodyOf(seed);
    if (difference(decode(old, given), decode(bad, given))) noticed += 1;
  }
  assert.ok(noticed > 20, `${noticed} of 200`);
});

test("another error, request or event is found in the log", async () => {
  const scenario = async (nh, world) => {
    const fetch = world.fetch(fine.HTML);
    const options = { baseUrl: "https://ats.example", fetch, onEvent: world.onEvent };
    const client = new nh.NinjaHireClient(options);
    await world.attempt("details", () => client.getCallDetails("c-1"));
    await world.attempt("dial", () => client.initiateInstantCall(world.application));
    await world.attempt("again", () => client.initiateInstantCall(world.application));
  };
  const mistakes = {
    "a class": ["errors.js", "decode: DecodeError", "decode: HttpError"],
    "a cause": ["errors.js", 'if ("cause" in report)', 'if ("nothing" in report)'],
    "a sent option": [
      "client.js",
      "new core.Client(this.#options,",
      "new core.Client({ ...this.#options, idempotencyKey: false },",
    ],
    "an event": [
      "client.js",
      "new core.Client(this.#options,",
      "new core.Client({ ...this.#options, onEvent: undefined },",
    ],
    "a guard": [
      "client.js",
      "this.#options, dialMemory",
      "{ ...this.#options, redialGuardMs: 0 }, dialMemory",
    ],
  };
  for (const [index, [what, edit]] of Object.entries(mistakes).entries()) {
    const bad = await broken(...edit);
    await bad.init();
    const id = `self-${index}`;
    const logs = [await story(old, scenario, id), await story(bad, scenario, id)];
    assert.ok(difference(...logs), `not noticed: ${what}`);
  }
});
