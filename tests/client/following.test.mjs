// Pages and watched calls.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";

const mock = await startMock("--call-seconds", "0.6", "--assess-seconds", "0.2", "--results", "25");
const [application] = mock.applications;
const ended = mock.calls.find(({ call_status }) => call_status === "call_completed").call_id;
const quick = { minIntervalMs: 40, maxIntervalMs: 80 };
beforeEach(() => mock.reset());

const hits = async () => (await mock.log()).length;
const place = async (client) => (await client.initiateInstantCall(application)).call_id;

test("a call is followed to its end, turn by turn, and is complete then", async () => {
  const client = clientOf(mock);
  const turns = [];
  let last;
  for await (const update of client.watchCall(await place(client), quick)) {
    for (const turn of update.newTurns) turns[turn.index] = turn;
    last = update;
  }
  assert.equal(last.call.call_status, "call_completed");
  assert.deepEqual(turns, nh.parseTranscript(last.call.transcript));
  assert.ok(last.changed.fields.includes("call_status"));
});

test("until assessed, it is followed until there is a score", async () => {
  const client = clientOf(mock);
  const call = await client.waitForCall(await place(client), { ...quick, until: "assessed" });
  assert.equal(typeof call.call_score, "number");
});

test("a call that has ended is one update and one request", async () => {
  const updates = [];
  for await (const update of clientOf(mock).watchCall(ended, quick)) updates.push(update);
  assert.equal(updates.length, 1);
  assert.equal(await hits(), 1);
});

test("a 404 is tolerated for a while after dialling, and then an error", async () => {
  await mock.fault({ status: 404 }, { times: 3 });
  assert.equal((await clientOf(mock).waitForCall(ended, quick)).call_id, ended);
  assert.equal(await hits(), 4);
  const missing = clientOf(mock).waitForCall("missing", { ...quick, notFoundGraceMs: 150 });
  assert.ok((await rejection(missing)) instanceof nh.NotFoundError);
});

test("transient failures are tolerated; others are errors", async () => {
  await mock.fault({ status: 503 });
  await mock.fault({ reset: "before_headers" });
  assert.equal((await clientOf(mock).waitForCall(ended, quick)).call_id, ended);
  await mock.fault({ status: 403 });
  assert.ok(
    (await rejection(clientOf(mock).waitForCall(ended, quick))) instanceof nh.PermissionError,
  );
});

test("an unknown status neither ends a watch nor makes it poll faster", async () => {
  await mock.fault({ merge: { call_status: "call_ringing" } }, { times: 0 });
  const error = await rejection(clientOf(mock).waitForCall(ended, { ...quick, timeoutMs: 600 }));
  assert.ok(error instanceof nh.DeadlineError, `${error}`);
  const polls = await hits();
  assert.ok(polls >= 2 && polls <= 16, `${polls}`);
});

test("a rewritten transcript is not taken for one that grew", async () => {
  const setTranscript = (transcript, call_status) =>
    mock.fault({ merge: { transcript, call_status: call_status ?? "call_in_progress" } });
  await setTranscript("BOT: Hi.");
  await setTranscript("BOT: Hi.\nHUMAN: Yes.");
  await setTranscript("BOT: Hi.\nHUMAN: No.");
  await setTranscript("BOT: Hi.\nHUMAN: No.", "call_completed");
  const changes = [];
  for await (const { changed, newTurns } of clientOf(mock).watchCall(ended, quick)) {
    changes.push([changed.transcript, newTurns.map(({ index }) => index)]);
  }
  assert.deepEqual(changes, [
    ["grown", [0]],
    ["grown", [1]],
    ["rewritten", [1]],
    ["unchanged", []],
  ]);
});

test("several watches of one call share the polls", async () => {
  const client = clientOf(mock);
  const id = await place(client);
  const one = clientOf(mock).waitForCall(id, quick);
  await one;
  const alone = await hits();
  await mock.reset();
  const second = await place(client);
  await Promise.all([1, 2, 3, 4].map(() => client.waitForCall(second, quick)));
  assert.ok((await hits()) <= alone + 6, `${await hits()} polls instead of ${alone}`);
});

test("a watch ends at once with its signal's reason, even while it waits", async () => {
  const controller = new AbortController();
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 0 });
  const watch = clientOf(mock).waitForCall(ended, {
    minIntervalMs: 60_000,
    maxIntervalMs: 60_000,
    signal: controller.signal,
  });
  await until(async () => (await hits()) === 1);
  controller.abort("gone");
  assert.equal(await rejection(watch), "gone");
  assert.equal(await hits(), 1);
});

test("leaving the loop stops the polling", async () => {
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 0 });
  for await (const _ of clientOf(mock).watchCall(ended, quick)) break;
  await sleep(200);
  assert.equal(await hits(), 1);
});

test("every result of every page is returned once, with progress", async () => {
  const results = clientOf(mock).screeningResults({ size: 10 });
  const ids = [];
  for await (const result of results) {
    ids.push(result.call_id);
    assert.equal(results.seen, ids.length);
  }
  assert.equal(new Set(ids).size, 25);
  assert.equal(results.count, 25);
  assert.equal(await hits(), 3);
});

test("pages are read lazily, at most one ahead, and not after the loop is left", async () => {
  const results = clientOf(mock).screeningResults({ size: 5 });
  for await (const _ of results) {
    await until(async () => (await hits()) === 2);
    break;
  }
  await sleep(100);
  assert.equal(await hits(), 2);
});

test("a server that repeats one page for ever ends the listing", async () => {
  const same = { data: [{ call_id: "a" }, { call_id: "b" }], count: 1_000_000 };
  await mock.fault({ replace_json: same }, { times: 0 });
  const pages = [];
  for await (const page of clientOf(mock).screeningResults({ size: 2 }).pages())
    pages.push(page.data.length);
  assert.deepEqual(pages, [2, 0]);
  await mock.fault({ replace_json: { data: [{}, {}] } }, { times: 0 });
  let count = 0;
  await mock.reset();
  await mock.fault({ replace_json: { data: [{}, {}] } }, { times: 0 });
  for await (const _ of clientOf(mock).screeningResults({ size: 2 })) count += 1;
  assert.equal(count, 2);
});

test("a count that grows or shrinks meanwhile loses and repeats nothing", async () => {
  await mock.fault({ merge: { count: 11 } });
  await mock.fault({ merge: { count: 40 } });
  const ids = [];
  for await (const { call_id } of clientOf(mock).screeningResults({ size: 10 })) ids.push(call_id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 25);
});

test("an error on a page is thrown, and an abort rejects with its reason", async () => {
  const controller = new AbortController();
  await mock.fault({ stall: "body" }, { after: 1 });
  const read = async () => {
    for await (const _ of clientOf(mock).screeningResults(
      { size: 10 },
      { signal: controller.signal },
    ));
  };
  const reading = read();
  await until(async () => (await hits()) === 2);
  controller.abort("gone");
  assert.equal(await rejection(reading), "gone");
  assert.equal(
    (await rejection(clientOf(mock).screeningResults({ page: 0 })[Symbol.asyncIterator]().next()))
      .param,
    "page",
  );
});
