// Errors: what they say, and what they must not contain.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { inspect } from "node:util";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep } from "./client.mjs";

const mock = await startMock();
const { call_id } = mock.calls[0];
const secret = "sk_very_secret";
beforeEach(() => mock.reset());

test("an error has the route's template, and says what to do", async () => {
  const error = await rejection(
    clientOf(mock).getCallDetails("5e0c2d0e-0000-4000-8000-000000000000"),
  );
  assert.ok(
    error instanceof nh.NotFoundError && error instanceof nh.HttpError && error instanceof Error,
  );
  const { name, code, endpoint, method, route, status, title } = error;
  assert.deepEqual(
    { name, code, endpoint, method, route, status, title },
    {
      name: "NotFoundError",
      code: "not_found",
      endpoint: "callDetails",
      method: "GET",
      route: "/calls/{call_id}",
      status: 404,
      title: "Not Found",
    },
  );
  assert.match(error.requestId, /^mock-/);
  assert.match(error.message, /GET \/calls\/\{call_id\} was answered with 404.*routes/s);
  assert.doesNotMatch(error.message, /5e0c2d0e/);
});

test("an HTML body is summarised", async () => {
  await mock.fault({
    status: 403,
    raw_body: "<html><head><title>Access denied</title></head><body>…</body></html>",
    content_type: "text/html",
  });
  const error = await rejection(clientOf(mock).getCallDetails(call_id));
  assert.equal(error.detail, "Access denied");
});

test("a server that is down is a ConnectionError that says what to check", async () => {
  const client = clientOf({ url: "http://127.0.0.1:9" }, { retries: 0 });
  const error = await rejection(client.getCallDetails(call_id));
  assert.ok(error instanceof nh.ConnectionError, `${error}`);
  assert.match(error.message, /proxy up.*CORS/s);
  assert.ok(error.cause instanceof Error);
});

test("the token function is called for each request, and simultaneous requests share one call", async () => {
  let asked = 0;
  const token = async () => {
    asked += 1;
    await sleep(20);
    return `t${asked}`;
  };
  const client = clientOf(mock, { apiKey: undefined, token });
  await Promise.all([1, 2, 3].map(() => client.getCallDetails(call_id)));
  assert.equal(asked, 1);
  await client.getCallDetails(call_id);
  assert.equal(asked, 2);
});

test("a token function that fails is an AuthenticationError with its cause, and nothing is sent", async () => {
  const thrown = new Error("signed out");
  for (const token of [
    () => Promise.reject(thrown),
    () => {
      throw thrown;
    },
  ]) {
    const error = await rejection(
      clientOf(mock, { apiKey: undefined, token }).getCallDetails(call_id),
    );
    assert.ok(error instanceof nh.AuthenticationError, `${error}`);
    assert.equal(error.cause, thrown);
  }
  for (const token of [() => "", () => 42, () => "a\nb", () => "Bearer x", async () => undefined]) {
    const error = await rejection(
      clientOf(mock, { apiKey: undefined, token }).getCallDetails(call_id),
    );
    assert.ok(error instanceof nh.AuthenticationError, `${error}`);
  }
  assert.deepEqual(await mock.log(), []);
});

test("the key is in no error, event, output or copy of the client", async () => {
  const seen = [];
  const client = clientOf(mock, {
    apiKey: secret,
    retries: 1,
    onEvent: (event) => seen.push(event),
  });
  await mock.fault({ status: 503, headers: { "retry-after": "0" } });
  await client.getCallDetails(call_id);
  await mock.fault({ status: 401 });
  seen.push(await rejection(client.getCallDetails(call_id)));
  seen.push(
    client,
    await rejection(
      clientOf({ url: "http://127.0.0.1:9" }, { apiKey: secret, retries: 0 }).getCallDetails("x"),
    ),
  );
  const text =
    inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen) + seen.map(String);
  assert.doesNotMatch(text, /secret/);
  assert.doesNotMatch(text, new RegExp(call_id));
});

test("an invalid key is refused, and the error does not contain it", async () => {
  for (const apiKey of ["", "a b", "Bearer abc", "ключ", "a\n"]) {
    await nh.init();
    assert.throws(
      () => clientOf(mock, { apiKey }),
      (error) => {
        assert.equal(error.param, "apiKey");
        assert.ok(apiKey === "" || !error.message.includes(apiKey));
        return true;
      },
    );
  }
  assert.throws(() => clientOf({ url: "http://ats.example" }), { param: "baseUrl" });
  assert.throws(() => clientOf(mock, { token: () => "t" }), { param: "token" });
  assert.throws(() => clientOf(mock, { headers: { Authorization: "x" } }), {
    param: "headers.Authorization",
  });
  assert.throws(() => clientOf(mock, { credential: "omit" }), { param: "credential" });
});

test("events report every step, and a handler that throws breaks nothing", async () => {
  const types = [];
  const onEvent = (event) => {
    types.push(event.type);
    throw new Error("mine");
  };
  await mock.fault({ status: 503, headers: { "retry-after": "0" } });
  await mock.fault({ merge: { call_score: 101 } });
  const call = await clientOf(mock, { onEvent }).getCallDetails(call_id);
  assert.equal(call.call_score, null);
  assert.deepEqual(types, [
    "request",
    "response",
    "retry",
    "wait",
    "request",
    "response",
    "decode_issue",
  ]);
});

test("the plain functions use the configured client, and report where there is none", async () => {
  assert.equal((await rejection(nh.getCallDetails(call_id))).code, "invalid_request");
  nh.configure({ baseUrl: mock.url, apiKey: "k", redialGuardMs: 0 });
  assert.equal((await nh.getCallDetails(call_id)).call_id, call_id);
  assert.equal((await nh.listScreeningResults({ size: 1 })).data.length, 1);
  assert.ok((await nh.initiateInstantCall(mock.applications[0])).call_id);
});
