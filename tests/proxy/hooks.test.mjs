/** Hooks get every answer, and can neither change nor delay one. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import {
  requestFor,
  dialRequest,
  proxyTo,
  parseAnswer,
  serveProxy,
  reportedErrors,
} from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
const [{ call_id: call }] = mock.calls;

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

/** A proxy whose hooks record their events. */
function heardBy(options) {
  const heard = [];
  const hook = (name) => (event) => void heard.push([name, event]);
  const hooks = { onPlaced: hook("placed"), onRead: hook("read"), onRefused: hook("refused") };
  return {
    heard,
    proxy: proxyTo(mock, { authorize: () => ({ caller: "ann" }), ...hooks, ...options }),
  };
}

test("onPlaced is called once for a call, with its caller", async () => {
  const { heard, proxy } = heardBy();
  const key = crypto.randomUUID();
  const request = dialRequest(application, key);
  const { json } = await parseAnswer(await proxy(request));
  await parseAnswer(await proxy(dialRequest(application, key)));
  await pause(20);
  assert.deepEqual(heard, [
    ["placed", { callId: json.call_id, applicationId: application, caller: "ann", request }],
  ]);
});

test("onPlaced is called for a call without an id", async () => {
  const { heard, proxy } = heardBy();
  for (const action of [{ no_content: true }, { replace_json: {} }, { replace_json: [1] }]) {
    await mock.fault(action);
    await proxy(dialRequest(application));
  }
  await pause(20);
  assert.deepEqual(
    heard.map(([name, { callId }]) => [name, callId]),
    Array(3).fill(["placed", null]),
  );
});

test("onRead is called for each read, with its caller", async () => {
  const { heard, proxy } = heardBy();
  const details = requestFor(`/calls/${call}`);
  const listing = requestFor("/calls?page=1&job_id=j");
  await parseAnswer(await proxy(details));
  await parseAnswer(await proxy(listing));
  await pause(20);
  assert.deepEqual(heard, [
    [
      "read",
      {
        route: "callDetails",
        params: { call_id: call },
        query: {},
        caller: "ann",
        request: details,
      },
    ],
    [
      "read",
      {
        route: "screeningResults",
        params: {},
        query: { page: "1", job_id: "j" },
        caller: "ann",
        request: listing,
      },
    ],
  ]);
});

test("onRefused is called for every answer of 400 or more, with its reason", async () => {
  const refusing = heardBy({ authorize: () => false });
  await refusing.proxy(requestFor("/calls"));
  await refusing.proxy(requestFor("/nothing"));
  const limits = { dials: { burst: 1, perMinute: 1 } };
  const limited = heardBy({ rateLimit: limits });
  await limited.proxy(dialRequest(application));
  await limited.proxy(dialRequest(application));
  await mock.fault({ status: 500 });
  const unknown = heardBy();
  await unknown.proxy(dialRequest(application));
  await mock.fault({ status: 404 });
  await unknown.proxy(requestFor(`/calls/${call}`));
  await pause(20);
  const heard = [...refusing.heard, ...limited.heard, ...unknown.heard].map(
    ([name, { status, type, route, caller }]) => [name, status, type, route, caller],
  );
  assert.deepEqual(heard, [
    ["refused", 403, "forbidden", "screeningResults", undefined],
    ["refused", 404, "no-route", undefined, undefined],
    ["placed", undefined, undefined, undefined, "ann"],
    ["refused", 429, "rate-limit", "instantCall", "ann"],
    ["refused", 502, "dial-outcome-unknown", "instantCall", "ann"],
    ["refused", 404, undefined, "callDetails", "ann"],
  ]);
});

test("a hook that throws, rejects, hangs or blocks neither changes nor delays an answer", async (t) => {
  const block = () => {
    const until = performance.now() + 300;
    while (performance.now() < until);
  };
  for (const hook of [
    () => {
      throw new Error("hook");
    },
    () => Promise.reject(new Error("hook")),
    () => new Promise(() => {}),
    block,
    (event) => {
      event.caller = "mallory";
      event.request = null;
    },
  ]) {
    const { url } = await serveProxy(t, mock, { onPlaced: hook, onRead: hook, onRefused: hook });
    const path = `${url}/api/ninjahire/applications/${application}/instant-call`;
    const headers = { "sec-fetch-site": "same-origin", "idempotency-key": crypto.randomUUID() };
    const started = performance.now();
    const response = await fetch(path, { method: "POST", headers });
    assert.equal(response.status, 200);
    assert.ok((await response.json()).call_id);
    // In one process with the server: its answer was written before the hook ran.
    if (hook !== block) assert.ok(performance.now() - started < 2_000);
    assert.equal((await fetch(`${url}/api/ninjahire/calls?page=1&size=1`)).status, 200);
    assert.equal((await fetch(`${url}/api/ninjahire/nothing`)).status, 404);
  }
  await pause(20);
  assert.ok(
    reportedErrors.filter(({ message }) => message === "hook").length >= 4,
    "onError gets the errors of hooks",
  );
});

test("the answer is written before a hook runs", async () => {
  const order = [];
  const proxy = proxyTo(mock, { onRead: () => void order.push("hook") });
  await parseAnswer(
    await proxy(requestFor("/calls?page=1&size=1")).then(
      (response) => (order.push("answer"), response),
    ),
  );
  await pause(20);
  assert.deepEqual(order, ["answer", "hook"]);
});

test("hooks run through waitUntil where there is one", async () => {
  let isDone = false;
  const onRead = async () => {
    await pause(50);
    isDone = true;
  };
  const waiting = [];
  const context = { waitUntil: (work) => void waiting.push(work) };
  await parseAnswer(await proxyTo(mock, { onRead })(requestFor("/calls?page=1&size=1"), context));
  assert.equal(isDone, false);
  assert.equal(waiting.length, 1);
  await Promise.all(waiting);
  assert.equal(isDone, true);
});

test("with the option, a valid traceparent is forwarded, and nothing else", async () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const withTrace = (value) => ({
    headers: { traceparent: value, tracestate: "a=b", baggage: "x=y" },
  });
  const sent = async (proxy, value) => {
    await mock.reset();
    await parseAnswer(await proxy(requestFor("/calls", withTrace(value))));
    await parseAnswer(
      await proxy(new Request(dialRequest(application, undefined, { traceparent: value }))),
    );
    return (await mock.log()).map(({ headers }) => [
      headers.traceparent,
      headers.tracestate,
      headers.baggage,
    ]);
  };
  const none = Array(2).fill([undefined, undefined, undefined]);
  assert.deepEqual(await sent(proxyTo(mock), traceparent), none);
  const tracing = proxyTo(mock, { traceparent: true });
  assert.deepEqual(
    await sent(tracing, traceparent),
    Array(2).fill([traceparent, undefined, undefined]),
  );
  for (const odd of [
    "x",
    traceparent.toUpperCase(),
    `${traceparent}-00`,
    `ff${traceparent.slice(2)}`,
    `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
    `00-0af7651916cd43dd8448eb211c80319c-${"0".repeat(16)}-01`,
    `${traceparent}, ${traceparent}`,
  ]) {
    assert.deepEqual(await sent(tracing, odd), none, odd);
  }
});
