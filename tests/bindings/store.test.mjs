// The framework-free stores.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sleep, stores, when, world } from "./helpers/package.mjs";

const { createCallStore, createInstantCallStore, createScreeningResultsStore } = stores;
const fast = { minIntervalMs: 1, maxIntervalMs: 5 };

/** A call that is under way. */
async function placed(options) {
  const made = world(options);
  const { call_id } = await made.client.initiateInstantCall(made.application);
  return { ...made, call_id };
}

test("without subscribers nothing is requested", async () => {
  const { api, client, call_id } = await placed();
  const store = createCallStore(client, call_id);
  const results = createScreeningResultsStore(client);
  await sleep(20);
  assert.equal(store.getSnapshot().status, "loading");
  assert.equal(results.getSnapshot().status, "loading");
  assert.equal(api.requests("callDetails").length + api.requests("screeningResults").length, 0);
});

test("a call is followed to its end; the turns grow, and unchanged ones stay the same objects", async () => {
  const { client, call_id } = await placed({ advanceOnReadMs: 500 });
  const store = createCallStore(client, call_id, fast);
  const seen = [];
  store.subscribe(() => seen.push(store.getSnapshot()));
  const { call, turns } = await when(store, ({ status }) => status === "done");
  assert.equal(call.call_status, "call_completed");
  assert.equal(turns.map(({ index }) => index).join(), [...turns.keys()].join());
  assert.ok(seen.length > 5);
  const earlier = seen.find(({ turns }) => turns.length === 4);
  assert.equal(earlier.turns[0], turns[0]);
  assert.deepEqual(new Set(seen.map(({ status }) => status)), new Set(["following", "done"]));
});

test("a snapshot is the same object until something changes", async () => {
  const { client, call_id } = await placed();
  const store = createCallStore(client, call_id, fast);
  assert.equal(store.getSnapshot(), store.getSnapshot());
  await when(store, ({ status }) => status === "done");
  assert.equal(store.getSnapshot(), store.getSnapshot());
});

test("further fields of an update are passed through", async () => {
  const stale = { sinceMs: 5, error: new Error("offline") };
  const call = { call_id: "c", transcript: null };
  const changed = { fields: [], firstNewTurn: 0, transcript: "unchanged" };
  const client = {
    async *watchCall() {
      yield { call, newTurns: [], changed, stale };
    },
  };
  const store = createCallStore(client, "c");
  const snapshot = await when(store, ({ status }) => status === "done");
  assert.equal(snapshot.stale, stale);
  assert.equal(snapshot.call, call);
});

test("subscribing twice at once, as StrictMode does, sends one request; the last unsubscribe aborts", async () => {
  const { api, client, call_id } = await placed({ advanceOnReadMs: 1 });
  const store = createCallStore(client, call_id, fast);
  store.subscribe(() => {})();
  const leave = store.subscribe(() => {});
  await sleep(0);
  assert.ok(api.requests("callDetails").length <= 1);
  await when(store, ({ call }) => call !== undefined).then(() => leave());
  // `when` is a subscriber too.
  const read = api.requests("callDetails").length;
  await sleep(30);
  assert.ok(api.requests("callDetails").length > read, "one subscriber is left");
});

test("without subscribers polling stops, and goes on with a new subscriber", async () => {
  const { api, client, call_id } = await placed({ advanceOnReadMs: 1 });
  const store = createCallStore(client, call_id, fast);
  const leave = store.subscribe(() => {});
  while (!store.getSnapshot().call) await sleep(1);
  leave();
  await sleep(5);
  const read = api.requests("callDetails").length;
  await sleep(60);
  assert.equal(api.requests("callDetails").length, read);
  assert.equal(store.getSnapshot().status, "following", "what was seen stays");
  api.advance(60_000);
  await when(store, ({ status }) => status === "done");
});

test("an error is in the snapshot, and `refresh` follows again; a finished call stays done", async () => {
  const { api, client, call_id } = await placed();
  api.fault({ match: { route: "callDetails" }, action: { status: 403 } });
  const store = createCallStore(client, call_id, fast);
  const { error } = await when(store, ({ status }) => status === "error");
  assert.equal(error.code, "permission");
  store.refresh();
  assert.equal((await when(store, ({ status }) => status === "done")).error, undefined);
  const read = api.requests("callDetails").length;
  store.subscribe(() => {});
  await sleep(20);
  assert.equal(api.requests("callDetails").length, read);
});

test("without an id there is nothing to follow", async () => {
  const { api, client } = world();
  for (const none of [null, undefined]) {
    const store = createCallStore(client, none);
    store.subscribe(() => {});
    store.refresh();
    await sleep(5);
    assert.equal(store.getSnapshot().status, "idle");
  }
  assert.equal(api.requests().length, 0);
});

test("a listing is loaded page by page, each call once, until there is no more", async () => {
  const { client } = world({ results: 7 });
  const store = createScreeningResultsStore(client, { size: 3 });
  let snapshot = await when(store, ({ status }) => status === "ready");
  assert.deepEqual([snapshot.results.length, snapshot.count, snapshot.hasMore], [3, 7, true]);
  store.loadMore();
  store.loadMore();
  snapshot = await when(store, ({ results }) => results.length === 6);
  store.loadMore();
  snapshot = await when(store, ({ results }) => results.length === 7);
  assert.equal(snapshot.hasMore, false);
  assert.equal(new Set(snapshot.results.map(({ call_id }) => call_id)).size, 7);
});

test("a call that a newer one has moved to the next page is shown once", async () => {
  const { api, client } = world({ results: 6 });
  const store = createScreeningResultsStore(client, { size: 3 });
  await when(store, ({ status }) => status === "ready");
  api.addCall({ call_id: "new" });
  store.loadMore();
  const { results } = await when(store, ({ results }) => results.length > 3);
  assert.equal(new Set(results.map(({ call_id }) => call_id)).size, results.length);
});

test("a failed page is requested again, and the loaded results stay", async () => {
  const { api, client } = world({ results: 6 });
  const store = createScreeningResultsStore(client, { size: 3 });
  // The client reads one page ahead.
  api.fault({ match: { queryContains: "page=2" }, action: { status: 403 } });
  await when(store, ({ status }) => status === "ready");
  store.loadMore();
  const failed = await when(store, ({ status }) => status === "error");
  assert.equal(failed.results.length, 3);
  store.loadMore();
  assert.equal((await when(store, ({ results }) => results.length === 6)).error, undefined);
});

test("a listing without subscribers goes on where it was, and `refresh` starts again", async () => {
  const { api, client } = world({ results: 6 });
  const store = createScreeningResultsStore(client, { size: 2 });
  const leave = store.subscribe(() => {});
  while (store.getSnapshot().status !== "ready") await sleep(1);
  store.loadMore();
  leave();
  assert.equal(store.getSnapshot().results.length, 2);
  const back = store.subscribe(() => {});
  while (store.getSnapshot().isLoading) await sleep(1);
  store.loadMore();
  while (store.getSnapshot().results.length < 4) await sleep(1);
  api.addCall({ call_id: "newest" });
  store.refresh();
  assert.equal(store.getSnapshot().results.length, 4, "what is there stays until then");
  while (store.getSnapshot().status !== "ready") await sleep(1);
  assert.equal(store.getSnapshot().results[0].call_id, "newest");
  back();
});

test("two simultaneous dials ring once, and unsubscribing does not cancel a dial", async () => {
  const { api, client, application } = world();
  api.fault({ match: { route: "instantCall" }, action: { delayMs: 20 } });
  const store = createInstantCallStore(client);
  const leave = store.subscribe(() => {});
  const [one, other] = [store.place(application), store.place(application)];
  leave();
  assert.equal(store.getSnapshot().status, "placing");
  assert.equal((await one).call_id, (await other).call_id);
  assert.equal(store.getSnapshot().status, "placed");
  assert.equal(api.rings(), 1);
});

test("a dial that may have rung is an error in the snapshot, and is never sent again", async () => {
  const { api, client, application } = world();
  api.nextDial("reset");
  const store = createInstantCallStore(client);
  assert.equal(await store.place(application), undefined);
  assert.equal(store.getSnapshot().error.code, "dial_outcome_unknown");
  assert.equal(store.getSnapshot().applicationId, application);
  await sleep(20);
  assert.equal(api.requests("instantCall").length, 1);
  store.reset();
  assert.equal(store.getSnapshot().status, "idle");
});

test("a dial for another application is separate", async () => {
  const made = new Map();
  const client = {
    initiateInstantCall: (id) =>
      new Promise((resolve) => made.set(id, () => resolve({ call_id: `call of ${id}` }))),
  };
  const store = createInstantCallStore(client);
  const first = store.place("first");
  const second = store.place("second");
  assert.equal(store.place("first"), first);
  made.get("first")();
  assert.equal((await first).call_id, "call of first");
  assert.equal(store.getSnapshot().status, "placing");
  made.get("second")();
  assert.equal((await second).call_id, "call of second");
  assert.equal(store.getSnapshot().call.call_id, "call of second");
});

test("a field that an update lacks is removed from the snapshot", async () => {
  const call = { call_id: "c", transcript: null };
  const changed = { fields: [], firstNewTurn: 0, transcript: "unchanged" };
  const client = {
    async *watchCall() {
      yield { call, newTurns: [], changed, stale: { sinceMs: 5, error: new Error("offline") } };
      yield { call, newTurns: [], changed };
    },
  };
  const snapshot = await when(createCallStore(client, "c"), ({ status }) => status === "done");
  assert.equal(snapshot.stale, undefined);
});
