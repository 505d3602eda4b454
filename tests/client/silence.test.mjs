// A service that does not answer, and watches that end early: the updates of the page, and the requests at
// the server.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";

const mock = await startMock();
const ended = mock.calls.find(({ call_status }) => call_status === "call_completed").call_id;
const quick = { minIntervalMs: 30, maxIntervalMs: 60, staleAfterMs: 200 };
const going = { merge: { call_status: "call_in_progress" } };
beforeEach(() => mock.reset());

const hits = async () => (await mock.log()).length;
const faults = (action, times) => mock.fault(action, { times });
async function all(updates) {
  const seen = [];
  for await (const update of updates) seen.push(update);
  return seen;
}

test("a service that fails from the start is reported once, with the error, until it answers", async () => {
  await faults({ status: 503 }, 12);
  const updates = await all(clientOf(mock).watchCall(ended, quick));
  assert.equal(updates.length, 2, JSON.stringify(updates));
  const [{ call, newTurns, changed, stale }, after] = updates;
  assert.ok(stale.sinceMs >= 200 && stale.sinceMs < 5_000, `${stale.sinceMs}`);
  assert.ok(stale.error instanceof nh.ServerError, `${stale.error}`);
  assert.equal(call.call_id, ended);
  assert.equal(call.call_status, null);
  assert.equal(call.transcript, null);
  assert.equal("decode_issues" in call, false);
  assert.deepEqual(newTurns, []);
  assert.deepEqual(changed, { fields: [], firstNewTurn: 0, transcript: "unchanged" });
  assert.equal("stale" in after, false);
  assert.equal(after.call.call_status, "call_completed");
  assert.ok(after.changed.fields.includes("transcript"));
});

test("a request that hangs is reported without an error, with the last known call", async () => {
  await faults(going, 1);
  await mock.fault({ delay_ms: 700, ...going });
  const updates = await all(clientOf(mock).watchCall(ended, quick));
  assert.deepEqual(
    updates.map(({ stale }) => stale?.error),
    [undefined, null, undefined, undefined],
  );
  const [first, silent, again] = updates;
  assert.deepEqual(silent.call, first.call);
  assert.notEqual(silent.call, first.call);
  assert.equal(silent.changed.firstNewTurn, nh.parseTranscript(first.call.transcript).length);
  // It answers again, which gives an update although nothing is new.
  assert.deepEqual(again.changed.fields, []);
  assert.equal(await hits(), 3);
});

test("a new error is reported, and the same one is not", async () => {
  await faults({ status: 503 }, 12);
  await faults({ status: 429 }, 8);
  await faults({ reset: "before_headers" }, 5);
  const updates = await all(clientOf(mock).watchCall(ended, quick));
  assert.deepEqual(
    updates.map(({ stale }) => stale?.error.code),
    ["server", "rate_limit", "connection", undefined],
  );
  const since = updates.slice(0, 3).map(({ stale }) => stale.sinceMs);
  assert.ok(since[0] < since[1] && since[1] < since[2], `${since}`);
});

test("long intervals, answers in time and a 404 at the start are not reported as stale", async () => {
  await faults(going, 2);
  await faults({ delay_ms: 100 }, 1);
  const slow = { minIntervalMs: 150, maxIntervalMs: 150, staleAfterMs: 120 };
  const updates = await all(clientOf(mock).watchCall(ended, slow));
  assert.ok(updates.every(({ stale }) => stale === undefined));
  await mock.reset();
  await faults({ status: 404 }, 12);
  const found = await all(clientOf(mock).watchCall(ended, quick));
  assert.equal(found.length, 1);
});

test("waitForCall waits through the silence", async () => {
  await faults({ status: 503 }, 12);
  const call = await clientOf(mock).waitForCall(ended, quick);
  assert.equal(call.call_status, "call_completed");
});

test("without an answer, a signal and the deadline end a watch as usual", async () => {
  await faults({ stall: "headers" }, 0);
  const giveUp = new AbortController();
  const watch = clientOf(mock).watchCall(ended, { ...quick, signal: giveUp.signal });
  assert.ok((await watch.next()).value.stale);
  const next = watch.next();
  giveUp.abort("enough");
  assert.equal(await rejection(next), "enough");
  const late = clientOf(mock).watchCall(ended, { ...quick, timeoutMs: 400 });
  assert.ok((await late.next()).value.stale);
  assert.ok((await rejection(late.next())) instanceof nh.DeadlineError);
});

test("all watches of one call report that there is no answer, and share the polls", async () => {
  await faults({ stall: "headers" }, 1);
  const client = clientOf(mock, { timeoutMs: 700 });
  const both = await Promise.all([1, 2].map(() => all(client.watchCall(ended, quick))));
  for (const updates of both) {
    assert.deepEqual(
      updates.map(({ stale }) => stale && (stale.error?.code ?? "waiting")),
      ["waiting", "deadline", undefined],
    );
  }
  assert.equal(await hits(), 2);
});

test("return() on a waiting watch ends it at once, and stops the polling", async () => {
  await faults(going, 0);
  const watch = clientOf(mock).watchCall(ended, { minIntervalMs: 20_000, maxIntervalMs: 20_000 });
  await watch.next();
  const next = watch.next();
  const before = Date.now();
  assert.deepEqual(await watch.return(), { done: true, value: undefined });
  assert.deepEqual(await next, { done: true, value: undefined });
  assert.ok(Date.now() - before < 10_000);
  assert.equal(await hits(), 1);
  assert.deepEqual(await watch.next(), { done: true, value: undefined });
});

test("return() while a poll hangs ends the watch, and another watch of the call goes on", async () => {
  await faults({ delay_ms: 2_000 }, 1);
  const client = clientOf(mock);
  const [one, other] = [1, 2].map(() =>
    client.watchCall(ended, { ...quick, staleAfterMs: 60_000 }),
  );
  const [first, second] = [one.next(), other.next()];
  let isAnswered = false;
  void second.then(() => (isAnswered = true));
  await until(async () => (await hits()) === 1);
  await one.return();
  assert.equal((await first).done, true);
  assert.equal(isAnswered, false);
  const { value } = await second;
  assert.equal(value.call.call_id, ended);
  assert.equal((await all(other)).length, 0);
  assert.equal(await hits(), 1);
});

test("return() before the first request sends nothing", async () => {
  const watch = clientOf(mock).watchCall(ended, quick);
  await watch.return();
  assert.equal((await watch.next()).done, true);
  assert.equal(await hits(), 0);
});

test("a poll that hangs is aborted when the last watch of its call leaves, and not before", async () => {
  await faults({ stall: "headers" }, 1);
  const aborted = [];
  const client = clientOf(mock, {
    fetch: (request) => {
      request.signal.addEventListener("abort", () => aborted.push(request.url));
      return fetch(request);
    },
  });
  const watches = [1, 2].map(() => client.watchCall(ended, quick));
  const nexts = watches.map((watch) => watch.next());
  await until(async () => (await hits()) === 1);
  await watches[0].return();
  await sleep(20);
  assert.deepEqual(aborted, []);
  await watches[1].return();
  await until(() => aborted.length === 1);
  await Promise.all(nexts);
  // Another watch polls at once, and does not wait for the request that hangs.
  const [update] = await all(client.watchCall(ended, quick));
  assert.equal(update.stale, undefined);
  assert.equal(await hits(), 2);
});

test("return() on a listing whose page hangs ends it at once, and aborts the request", async () => {
  const aborted = [];
  const client = clientOf(mock, {
    fetch: (request) => {
      request.signal.addEventListener("abort", () => aborted.push(request.url));
      return fetch(request);
    },
  });
  for (const list of [(results) => results.pages(), (results) => results[Symbol.asyncIterator]()]) {
    await mock.reset();
    await faults({ stall: "body" }, 1);
    aborted.length = 0;
    const results = list(client.screeningResults({ size: 10 }));
    const next = results.next();
    await until(async () => (await hits()) === 1);
    assert.deepEqual(await results.return(), { done: true, value: undefined });
    assert.deepEqual(await next, { done: true, value: undefined });
    await until(() => aborted.length === 1);
  }
});
