// A phone rings at most once for one decision. The tests count the requests at a real server.

import assert from "node:assert/strict";
import http from "node:http";
import { beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";

const mock = await startMock("--call-seconds", "0.3", "--assess-seconds", "0.1");
const [application, other] = mock.applications;
// Dials are remembered, so each test of the guard uses another application.
let next = 20;
const untouched = () => mock.applications[next++];
beforeEach(() => mock.reset());

const received = async () => (await mock.counts()).instant_calls_received;
const arrived = () => until(async () => (await received()) === 1);
const dial = (fault, rest) => mock.fault(fault, { match: { method: "POST" }, ...rest });
/** Opens a kept-alive connection, which the next request will use. */
const warm = (client) => client.getCallDetails(mock.calls[0].call_id);

test("a call is placed, and its id returned", async () => {
  const call = await clientOf(mock).initiateInstantCall(application);
  assert.equal(call.status, "initiated");
  assert.equal(typeof call.call_id, "string");
  assert.equal("decode_issues" in call, false);
  assert.equal((await mock.placed())[0].call_id, call.call_id);
});

test("a 2xx without a call_id, whatever its JSON, and a 204 are placed calls", async () => {
  for (const fault of [
    { replace_json: {} },
    { replace_json: { status: "initiated", call_id: null } },
    { replace_json: [] },
    { replace_json: "ok" },
    { replace_json: { call_id: 42 } },
    { replace_json: { call_id: "" } },
    { no_content: true },
  ]) {
    await mock.reset();
    await dial(fault);
    const call = await clientOf(mock, { strict: true }).initiateInstantCall(application);
    assert.equal(call.call_id, null, JSON.stringify(fault));
    assert.equal(await received(), 1);
  }
});

const unknown = {
  "a reset before the headers": { reset: "before_headers" },
  "a reset after the headers": { reset: "after_headers" },
  "a reset in the body": { reset: "mid_body" },
  "a body that is cut off": { cut_body: true },
  "a body that is not JSON": {
    raw_body: "<!doctype html><title>OK</title>",
    content_type: "text/html",
  },
  408: { status: 408 },
  500: { status: 500 },
  502: { status: 502, raw_body: "<h1>Bad Gateway</h1>", content_type: "text/html" },
  "503 with Retry-After": { status: 503, headers: { "retry-after": "0" } },
  504: { status: 504 },
  "a 307 to itself": { redirect: { status: 307, location: `/applications/${other}/instant-call` } },
  "a 302": { redirect: { status: 302, location: "/calls" } },
  "headers that never come": { stall: "headers" },
  "a body that never ends": { stall: "body" },
};
for (const [what, fault] of Object.entries(unknown)) {
  for (const kind of ["cold", "warm"]) {
    test(`after ${what} on a ${kind} connection the outcome is unknown, and it was sent once`, async () => {
      const client = clientOf(mock, { timeoutMs: 400 });
      if (kind === "warm") await warm(client);
      await dial(fault, { times: 0 });
      const error = await rejection(client.initiateInstantCall(application));
      assert.ok(error instanceof nh.DialOutcomeUnknownError, `${error}`);
      assert.equal(error.code, "dial_outcome_unknown");
      assert.equal(error.applicationId, application);
      assert.match(error.message, /phone may be ringing.*listScreeningResults/s);
      assert.ok(error.cause instanceof nh.NinjaHireError, `${error.cause}`);
      assert.equal(await received(), 1);
    });
  }
}

test("a refusal is its own error, sent once, and a call after it is not guarded", async () => {
  const classes = {
    400: nh.HttpError,
    401: nh.AuthenticationError,
    403: nh.PermissionError,
    404: nh.NotFoundError,
    409: nh.HttpError,
    422: nh.HttpError,
    429: nh.RateLimitError,
  };
  for (const [status, type] of Object.entries(classes)) {
    await mock.reset();
    await dial({ status: Number(status) });
    const client = clientOf(mock, { redialGuardMs: 60_000 });
    const application = untouched();
    const error = await rejection(client.initiateInstantCall(application));
    assert.ok(error instanceof type, `${status}: ${error}`);
    assert.equal(error.status, Number(status));
    assert.equal(await received(), 1);
    await client.initiateInstantCall(application);
    assert.equal(await received(), 2);
  }
});

test("after a 401 the dial is sent once more with a new token, and no third time", async () => {
  let tokens = 0;
  const client = clientOf(mock, {
    apiKey: undefined,
    token: () => `token-${++tokens}`,
    idempotencyKey: false,
  });
  await dial({ status: 401 });
  assert.ok((await client.initiateInstantCall(application)).call_id);
  assert.equal(tokens, 2);
  assert.deepEqual(
    (await mock.log()).map(({ headers }) => headers.authorization),
    ["Bearer token-1", "Bearer token-2"],
  );

  await mock.reset();
  await dial({ status: 401 }, { times: 0 });
  const error = await rejection(client.initiateInstantCall(application));
  assert.ok(error instanceof nh.AuthenticationError, `${error}`);
  assert.equal(await received(), 2);
});

test("an abort before it is sent rejects with the signal's reason, and nothing rings", async () => {
  for (const reason of [new Error("changed my mind"), "why", undefined, null, 0]) {
    const aborted = AbortSignal.abort(reason);
    const error = await rejection(
      clientOf(mock).initiateInstantCall(application, { signal: aborted }),
    );
    assert.equal(error, aborted.reason);
  }
  const controller = new AbortController();
  const slow = clientOf(mock, { apiKey: undefined, token: () => sleep(300).then(() => "t") });
  const call = slow.initiateInstantCall(application, { signal: controller.signal });
  await sleep(10);
  controller.abort("while the token was asked for");
  assert.equal(await rejection(call), "while the token was asked for");
  await sleep(400);
  assert.equal(await received(), 0);
});

test("an abort of a sent dial leaves the outcome unknown, and does not abort the request", async () => {
  await dial({ delay_ms: 600 });
  const controller = new AbortController();
  const call = clientOf(mock).initiateInstantCall(application, { signal: controller.signal });
  await arrived();
  controller.abort("enough");
  const error = await rejection(call);
  assert.ok(error instanceof nh.DialOutcomeUnknownError);
  assert.equal(error.cause, "enough");
  await until(async () => (await mock.log())[0].outcome === "sent");
  assert.equal((await mock.counts()).calls_placed, 1);
});

test("two simultaneous calls for one application share one request, even where one caller aborts", async () => {
  await dial({ delay_ms: 600 });
  const client = clientOf(mock);
  const controller = new AbortController();
  const first = client.initiateInstantCall(application, { signal: controller.signal });
  const second = client.initiateInstantCall(application);
  await arrived();
  controller.abort();
  assert.ok((await rejection(first)) instanceof nh.DialOutcomeUnknownError);
  assert.ok((await second).call_id);
  assert.equal(await received(), 1);
});

test("simultaneous calls for two applications are two requests", async () => {
  const client = clientOf(mock);
  await Promise.all([client.initiateInstantCall(application), client.initiateInstantCall(other)]);
  assert.equal(await received(), 2);
});

test("a second client is refused while the first one's dial is pending", async () => {
  await dial({ delay_ms: 600 });
  const first = clientOf(mock).initiateInstantCall(application);
  await arrived();
  const error = await rejection(clientOf(mock).initiateInstantCall(application));
  assert.ok(error instanceof nh.DialPendingError, `${error}`);
  assert.equal(error.applicationId, application);
  await first;
  assert.equal(await received(), 1);
});

test("another call soon after is refused until it is confirmed with the error's own token", async () => {
  const client = clientOf(mock, { redialGuardMs: 60_000 });
  const application = untouched();
  const { call_id } = await client.initiateInstantCall(application);
  const error = await rejection(client.initiateInstantCall(application));
  assert.ok(error instanceof nh.RedialGuardError, `${error}`);
  assert.equal(error.callId, call_id);
  assert.equal(await received(), 1);
  assert.ok(
    (await rejection(client.initiateInstantCall(application, { redial: "x" }))).redialToken,
  );
  assert.ok((await client.initiateInstantCall(application, { redial: error.redialToken })).call_id);
  // One confirmation is good for one redial.
  const again = await rejection(
    client.initiateInstantCall(application, { redial: error.redialToken }),
  );
  assert.ok(again instanceof nh.RedialGuardError);
  assert.equal(await received(), 2);
});

test("an unknown outcome is guarded too, for another client as well", async () => {
  await dial({ reset: "before_headers" });
  const other = untouched();
  const guarded = () => clientOf(mock, { redialGuardMs: 60_000 });
  await rejection(guarded().initiateInstantCall(other));
  const error = await rejection(guarded().initiateInstantCall(other));
  assert.ok(error instanceof nh.RedialGuardError, `${error}`);
  assert.equal(error.callId, null);
  assert.equal(await received(), 1);
});

test("a dial to a proxy carries an Idempotency-Key, one to the vendor none", async () => {
  const keyOf = async (options) => {
    await mock.reset();
    await clientOf(mock, options).initiateInstantCall(application);
    return (await mock.placed())[0].idempotency_key;
  };
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const proxied = { apiKey: undefined, token: () => "t" };
  const [first, second] = [await keyOf(proxied), await keyOf(proxied)];
  assert.match(first, uuid);
  assert.notEqual(first, second);
  assert.equal(await keyOf({}), null);
  assert.match(await keyOf({ idempotencyKey: true }), uuid);
  assert.equal(await keyOf({ ...proxied, idempotencyKey: false }), null);
});

test("an invalid application id is refused by name, and nothing is sent", async () => {
  for (const id of ["", "  ", ".", "..", null, undefined, 42, {}, ["a"]]) {
    const error = await rejection(clientOf(mock).initiateInstantCall(id));
    assert.ok(error instanceof nh.InvalidRequestError, `${id}: ${error}`);
    assert.equal(error.param, "application_id");
  }
  assert.deepEqual(await mock.log(), []);
});

test("an id cannot leave its segment of the path", async () => {
  for (const id of ["../calls", "a/b", "a?b=c", "%2e%2e", "a#b", "a\\b", "a%2fb", "é", "\u0000"]) {
    await mock.reset();
    const error = await rejection(clientOf(mock).initiateInstantCall(id));
    assert.ok(error instanceof nh.NotFoundError, `${id}: ${error}`);
    const [{ path, query }] = await mock.log();
    assert.equal(path.split("/").length, 4, path);
    assert.ok(path.startsWith("/applications/") && path.endsWith("/instant-call"), path);
    assert.ok(!query, query);
  }
});

test("an answer that proves that nothing rang counts, also from a gateway", async () => {
  for (const status of [402, 406, 421, 424, 425, 431, 451]) {
    await mock.reset();
    await dial({ status }, { times: 0 });
    const error = await rejection(clientOf(mock).initiateInstantCall(application));
    assert.equal(error.status, status, `${error}`);
    assert.ok(error instanceof nh.HttpError, `${error}`);
    assert.equal(await received(), 1, `${status}`);
  }
});

test("a 421, after which Node sends a request again by itself, is sent once", async () => {
  for (const options of [
    {},
    { apiKey: undefined, token: () => "t" },
    { routes: { instantCall: "PUT /applications/{application_id}/instant-call" } },
  ]) {
    await mock.reset();
    await mock.fault({ status: 421 }, { times: 0 });
    const error = await rejection(clientOf(mock, options).initiateInstantCall(application));
    assert.equal(error.status, 421, `${error}`);
    assert.equal((await mock.log()).length, 1);
  }
});

test("a dial by GET has no body, and is placed", async () => {
  const routes = { instantCall: "GET /applications/{application_id}/instant-call" };
  const error = await rejection(clientOf(mock, { routes }).initiateInstantCall(application));
  assert.equal(error.status, 405, `${error}`);
});

test("an error has the reason and message of a refusal, and no guard is set", async () => {
  const { createProxy, nodeHandler } = await import("../proxy/helpers/package.mjs");
  const application = untouched();
  let decision = { refuse: "no_consent", message: "She has not agreed to be called." };
  const handler = nodeHandler(
    createProxy({ apiKey: "test-key", upstream: mock.url, authorize: () => decision }),
  );
  const server = http.createServer(handler);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const client = new nh.NinjaHireClient({
    baseUrl: `${origin}/api/ninjahire`,
    headers: { origin },
  });
  const error = await rejection(client.initiateInstantCall(application));
  assert.ok(error instanceof nh.PermissionError, `${error}`);
  const { reason, detail, title, status } = error;
  assert.deepEqual(
    { reason, detail, title, status },
    {
      reason: "no_consent",
      detail: "She has not agreed to be called.",
      title: "This call was refused",
      status: 403,
    },
  );
  assert.match(error.message, /She has not agreed to be called\.$/);
  assert.equal(await received(), 0);
  decision = true;
  assert.ok((await client.initiateInstantCall(application)).call_id);
  assert.equal(await received(), 1);
  server.close();
});
