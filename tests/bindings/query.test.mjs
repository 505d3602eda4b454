// TanStack Query's options, with its own core.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
} from "@tanstack/query-core";
import { query, sleep, world } from "./helpers/package.mjs";

/** Defaults that would retry a dial, if its options did not override them. */
const cacheOf = () =>
  new QueryClient({
    defaultOptions: { mutations: { retry: 3, retryDelay: 1, networkMode: "online" } },
  });

test("a dial is sent once, with any defaults and any outcome", async () => {
  for (const outcome of ["reset", "server_error", "unavailable", "rate_limited", "cut_off"]) {
    const { api, client, application } = world();
    api.nextDial(outcome, { times: 9 });
    const dial = new MutationObserver(cacheOf(), query.instantCallMutationOptions(client));
    await assert.rejects(dial.mutate({ applicationId: application }));
    await sleep(20);
    assert.equal(api.requests("instantCall").length, 1, outcome);
  }
});

test("a dial never waits for the network", () => {
  const { client } = world();
  const options = query.instantCallMutationOptions(client);
  assert.equal(options.networkMode, "always");
  assert.equal(options.retry, false);
});

test("a redial takes the token of the guard's error", async () => {
  const { api, application, client } = world();
  const seen = [];
  const fake = {
    initiateInstantCall: (...args) => (seen.push(args), client.initiateInstantCall(args[0])),
  };
  const dial = new MutationObserver(cacheOf(), query.instantCallMutationOptions(fake));
  await dial.mutate({ applicationId: application, redial: "token" });
  assert.deepEqual(seen, [[application, { redial: "token" }]]);
  assert.equal(api.rings(), 1);
});

test("a live call shows each update, and is fetched until it has ended", async () => {
  const { api, client, application } = world({ advanceOnReadMs: 2_000 });
  const { call_id } = await client.initiateInstantCall(application);
  const options = query.liveCallQueryOptions(client, call_id, { minIntervalMs: 1 });
  const observer = new QueryObserver(cacheOf(), options);
  const seen = [];
  const ended = new Promise((resolve) => {
    observer.subscribe(({ data, fetchStatus }) => {
      if (data) seen.push(data.call_status);
      if (data && fetchStatus === "idle") resolve();
    });
  });
  await ended;
  assert.equal(seen[0], "call_in_progress");
  assert.equal(seen.at(-1), "call_completed");
  assert.ok(seen.length > 3);
  const read = api.requests("callDetails").length;
  await sleep(20);
  assert.equal(api.requests("callDetails").length, read);
});

test("a live call without observers is not polled", async () => {
  const { api, client, application } = world({ advanceOnReadMs: 1 });
  const { call_id } = await client.initiateInstantCall(application);
  const options = query.liveCallQueryOptions(client, call_id, { minIntervalMs: 1 });
  const leave = new QueryObserver(cacheOf(), options).subscribe(() => {});
  while (api.requests("callDetails").length < 2) await sleep(1);
  leave();
  await sleep(10);
  const read = api.requests("callDetails").length;
  await sleep(50);
  assert.equal(api.requests("callDetails").length, read);
});

test("only the client retries a read", async () => {
  const { api, client } = world();
  const [{ call_id }] = api.calls();
  api.fault({ times: 9, action: { status: 503 } });
  const cache = new QueryClient();
  await assert.rejects(cache.fetchQuery(query.callQueryOptions(client, call_id)), {
    code: "server",
  });
  assert.equal(api.requests("callDetails").length, 3);
});

test("an infinite listing ends where the results do", async () => {
  const { client } = world({ results: 7 });
  const options = query.screeningResultsInfiniteQueryOptions(client, { size: 3 });
  const observer = new InfiniteQueryObserver(cacheOf(), options);
  observer.subscribe(() => {});
  let result = await observer.fetchNextPage();
  while (result.hasNextPage) result = await observer.fetchNextPage();
  assert.deepEqual(
    result.data.pages.map(({ data }) => data.length),
    [3, 3, 1],
  );
});

test("a page of results is asked for by its filters", async () => {
  const { api, client } = world();
  const { job_id } = api.applications[0];
  const page = await new QueryClient().fetchQuery(
    query.screeningResultsQueryOptions(client, { job_id, size: 5 }),
  );
  assert.ok(page.data.every((result) => result.job_id === job_id));
});
