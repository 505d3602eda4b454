// The test kit, as a user's tests use it.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  NinjaHireClient,
  createProxy,
  createTestApi,
  createWebhookHandler,
  verifyWebhook,
} from "./helpers/kit.mjs";

/** The guard is off, because it would remember the calls of other tests for the same application. */
const clientOf = (api, options) =>
  new NinjaHireClient({
    apiKey: "test",
    fetch: api.fetch,
    baseUrl: api.baseUrl,
    redialGuardMs: 0,
    ...options,
  });

test("a call proceeds with the test's clock, and is assessed after it has ended", async () => {
  const api = createTestApi();
  const client = clientOf(api);
  api.script({
    turns: [
      { label: "BOT", text: "Hi, is this Sam?" },
      { label: "HUMAN", text: "Yes." },
    ],
    ringingMs: 1_000,
    talkingMs: 5_000,
    assessingMs: 2_000,
    report: { call_score: 71 },
  });
  const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
  const details = () => client.getCallDetails(call_id);

  assert.equal((await details()).transcript, null);
  api.advance(3_000);
  assert.equal((await details()).transcript, "BOT: Hi, is");
  assert.equal((await details()).transcript, "BOT: Hi, is", "time stands still between");
  api.advance(3_000);
  const ended = await details();
  assert.equal(ended.call_status, "call_completed");
  assert.equal(ended.transcript, "BOT: Hi, is this Sam?\nHUMAN: Yes.");
  assert.equal(ended.call_score, null);
  api.advance(2_000);
  assert.equal((await details()).call_score, 71);
});

test("the clock can be the caller's", async () => {
  let now = 5_000;
  const api = createTestApi({ now: () => now });
  assert.throws(() => api.advance(1), /yours/);
  const client = clientOf(api);
  const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
  now += 60_000;
  assert.equal((await client.getCallDetails(call_id)).call_status, "call_completed");
});

test("a followed call ends by itself where each read advances the clock", async () => {
  const api = createTestApi({ advanceOnReadMs: 9_000 });
  const client = clientOf(api);
  const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
  const call = await client.waitForCall(call_id, { minIntervalMs: 1, until: "assessed" });
  assert.equal(typeof call.call_score, "number");
});

test("a transcript can be rewritten, and a call can be found late and end with any status", async () => {
  const api = createTestApi({ script: { notFoundMs: 500 } });
  api.script(
    { transcriptAt: (ms) => (ms < 4_000 ? "BOT: Hello" : "Agent: Hello!"), endsAs: "call_paused" },
    { applicationId: api.applications[1].application_id },
  );
  const client = clientOf(api, { retries: 0 });
  const { call_id } = await client.initiateInstantCall(api.applications[1].application_id);
  await assert.rejects(client.getCallDetails(call_id), { code: "not_found" });
  api.advance(1_000);
  assert.equal((await client.getCallDetails(call_id)).transcript, "BOT: Hello");
  api.advance(60_000);
  const { transcript, call_status } = await client.getCallDetails(call_id);
  assert.deepEqual(
    { transcript, call_status },
    { transcript: "Agent: Hello!", call_status: "call_paused" },
  );
});

test("the same seed gives the same calls, and another seed other ones", () => {
  const of = (seed) =>
    JSON.stringify([createTestApi({ seed }).applications, createTestApi({ seed }).calls()]);
  assert.equal(of(7), of(7));
  assert.notEqual(of(7), of(8));
});

test("a first page has calls in every state, and the models find nothing defective", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { data, decode_issues } = await clientOf(createTestApi({ seed })).listScreeningResults();
    assert.equal(decode_issues, undefined);
    assert.deepEqual(
      new Set(data.map(({ call_status }) => call_status)),
      new Set(["call_completed", "call_in_progress", "call_failed"]),
    );
    assert.ok(
      data.some(
        ({ call_status, call_score }) => call_status === "call_completed" && call_score === null,
      ),
    );
  }
});

test("requests are counted by route, and their records have no key", async () => {
  const api = createTestApi({ key: "sk_secret" });
  const client = clientOf(api, { apiKey: "sk_secret" });
  await client.listScreeningResults();
  await client.initiateInstantCall(api.applications[0].application_id);
  assert.equal(api.requests().length, 2);
  assert.deepEqual(
    api.requests("instantCall").map(({ method, status, rang }) => ({ method, status, rang })),
    [{ method: "POST", status: 200, rang: api.placed()[0].callId }],
  );
  assert.equal(api.rings(), 1);
  assert.equal(api.rings(api.applications[1].application_id), 0);
  assert.ok(!JSON.stringify(api.requests()).includes("sk_secret"));
  api.reset();
  assert.equal(api.rings() + api.requests().length, 0);
});

test("a wrong key is refused; with `key: null` none is needed", async () => {
  const strict = createTestApi({ key: "right" });
  await assert.rejects(clientOf(strict).listScreeningResults(), { code: "authentication" });
  const baseUrl = "http://localhost:3000/api/ninjahire";
  const api = createTestApi({ baseUrl, key: null });
  const client = new NinjaHireClient({ baseUrl, fetch: api.fetch });
  assert.equal((await client.listScreeningResults()).data.length, 10);
});

test("a base URL that is only a path answers on every host", async () => {
  const api = createTestApi({ baseUrl: "/api/ninjahire", key: null });
  assert.equal((await api.fetch("http://a.example/api/ninjahire/calls")).status, 200);
  assert.equal((await api.fetch("http://b.example/api/ninjahire/calls")).status, 200);
  await assert.rejects(api.fetch("http://a.example/calls"), /answers at/);
});

test("routes can be set as in the client", async () => {
  const routes = { callDetails: "GET /call?call_id={call_id}" };
  const api = createTestApi({ routes });
  const [{ call_id }] = api.calls();
  assert.equal((await clientOf(api, { routes }).getCallDetails(call_id)).call_id, call_id);
  assert.throws(() => createTestApi({ routes: { callDetails: "GET /calls" } }), TypeError);
});

test("faults wait for their request, and are used up", async () => {
  const api = createTestApi();
  const [{ call_id }] = api.calls();
  const client = clientOf(api, { retries: 0 });
  api.fault(
    { match: { route: "callDetails" }, after: 1, action: { status: 500 } },
    { match: { queryContains: "page=2" }, action: { mergeItems: { 1: { call_score: "87" } } } },
  );
  await client.getCallDetails(call_id);
  await assert.rejects(client.getCallDetails(call_id), { code: "server", status: 500 });
  await client.getCallDetails(call_id);
  const { data, decode_issues } = await client.listScreeningResults({ page: 2, size: 3 });
  assert.equal(data[1].call_score, null);
  assert.deepEqual(decode_issues, [
    { path: "data[1].call_score", expected: "an integer 0–100", found: '"87"' },
  ]);
  assert.equal(api.waitingFaults, 0);
});

test("the client recognises a cut body, a stalled one and a delayed answer", async () => {
  const api = createTestApi();
  const [{ call_id }] = api.calls();
  const client = clientOf(api, { retries: 0, timeoutMs: 200 });
  api.fault(
    { action: { reset: "body" } },
    { action: { stall: "body" } },
    { action: { delayMs: 5_000 } },
  );
  await assert.rejects(client.getCallDetails(call_id), { code: "connection" });
  await assert.rejects(client.getCallDetails(call_id), { code: "deadline" });
  await assert.rejects(client.getCallDetails(call_id), { code: "deadline" });
});

test("a misspelt fault is refused, and not ignored", () => {
  const api = createTestApi();
  assert.throws(() => api.fault({ action: { stauts: 500 } }), /action\.stauts/);
  assert.throws(() => api.fault({ match: { rout: "callDetails" }, action: {} }), /match\.rout/);
  assert.throws(() => api.fault({ time: 2, action: {} }), /`time`/);
  assert.throws(() => api.fault({ action: { status: 42 } }), /200 to 599/);
  assert.throws(() => api.nextDial("lost"), /no dial outcome lost/);
});

test("an aborted read rejects with the signal's own reason", async () => {
  const api = createTestApi();
  api.fault({ action: { stall: "headers" } });
  const controller = new AbortController();
  const reading = clientOf(api).listScreeningResults({}, { signal: controller.signal });
  controller.abort(new Error("enough"));
  await assert.rejects(reading, /enough/);
});

test("calls can be added without placing them", async () => {
  const api = createTestApi({ results: 0 });
  const [{ application_id }] = api.applications;
  const call_id = api.addCall({ application_id, transcript: "BOT: Hi", call_score: 50 });
  const { data, count } = await clientOf(api).listScreeningResults({ application_id });
  assert.equal(count, 1);
  assert.equal(data[0].call_id, call_id);
});

test("the handler accepts its webhooks in every form", async () => {
  const api = createTestApi();
  const secret = "whsec_1";
  const [{ call_id, call_status }] = api.calls();
  for (const contentType of ["application/json", "application/x-www-form-urlencoded"]) {
    const seen = [];
    const POST = createWebhookHandler({ secret, onCall: ({ call }) => void seen.push(call) });
    const response = await POST(await api.webhook(call_id, { secret, contentType }));
    assert.equal(response.status, 200);
    assert.equal(seen[0].call_id, call_id);
    assert.equal(seen[0].call_status, call_status);
  }
  const forged = await api.webhook(call_id, { secret: "other", fields: ["call_id"] });
  await assert.rejects(verifyWebhook(await forged.text(), forged.headers, { secret }), {
    code: "signature_mismatch",
  });
});

test("a proxy can be tested on it, and rings once for one key", async () => {
  const api = createTestApi({ key: "sk_1" });
  const proxy = createProxy({
    apiKey: "sk_1",
    fetch: api.fetch,
    basePath: "/api/ninjahire",
    authorize: () => true,
  });
  const [{ application_id }] = api.applications;
  const baseUrl = "http://localhost/api/ninjahire";
  // A browser says so; Node does not.
  const fetch = (request) => {
    request.headers.set("origin", "http://localhost");
    return proxy(request);
  };
  const client = new NinjaHireClient({ baseUrl, fetch, redialGuardMs: 0 });
  const { call_id } = await client.initiateInstantCall(application_id);
  assert.equal(call_id, api.placed()[0].callId);
  assert.equal(api.rings(), 1);
});
