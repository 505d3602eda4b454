/** Requests to the API and its answers, for each route. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import {
  requestFor,
  dialRequest,
  key,
  proxyTo,
  parseAnswer,
  reportedErrors,
} from "./helpers/serve.mjs";

const mock = await startMock();
const [application, another] = mock.applications;
const [{ call_id: call }] = mock.calls;

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

const forwardedRequests = async () =>
  (await mock.log()).map(({ method, path, query }) => [method, path, query ?? ""].join(" ").trim());

test("the three routes are forwarded with the key", async () => {
  const proxy = proxyTo(mock);
  assert.equal((await parseAnswer(await proxy(requestFor(`/calls/${call}`)))).json.call_id, call);
  assert.equal(
    (await parseAnswer(await proxy(requestFor("/calls?page=2&size=3")))).json.data.length,
    3,
  );
  assert.ok((await parseAnswer(await proxy(dialRequest(application)))).json.call_id);
  assert.deepEqual(await forwardedRequests(), [
    `GET /calls/${call}`,
    "GET /calls page=2&size=3",
    `POST /applications/${application}/instant-call`,
  ]);
  for (const { headers } of await mock.log()) assert.equal(headers.authorization, `Bearer ${key}`);
});

test("filters are decoded and encoded again", async () => {
  await parseAnswer(
    await proxyTo(mock)(requestFor("/calls?candidate_source_id=A+%26%20B/%C3%A9&page=1")),
  );
  const [{ query }] = await mock.log();
  assert.equal(query, "candidate_source_id=A%20%26%20B%2F%C3%A9&page=1");
});

test("routes can be overridden for page and API, or for the API only", async () => {
  const routes = { callDetails: "GET /call?call_id={call_id}" };
  const both = proxyTo(mock, { routes });
  assert.equal(
    (await parseAnswer(await both(requestFor(`/call?call_id=${call}`)))).json.call_id,
    call,
  );
  assert.equal((await both(requestFor(`/calls/${call}`))).status, 404);
  assert.equal((await both(requestFor("/call"))).status, 400);
  assert.equal((await both(requestFor("/call?call_id=..%2Fx"))).status, 400);
  assert.equal((await both(requestFor(`/call?call_id=${call}&page=1`))).status, 400);
  const upstreamOnly = proxyTo(mock, { upstreamRoutes: routes });
  assert.equal(
    (await parseAnswer(await upstreamOnly(requestFor(`/calls/${call}`)))).json.call_id,
    call,
  );
  assert.deepEqual(await forwardedRequests(), Array(2).fill(`GET /call call_id=${call}`));
});

test("a parameter that a catch-all route appends is accepted if it is the matched path", async () => {
  const proxy = proxyTo(mock);
  const path = `/calls/${call}`;
  for (const query of [
    `path=calls&path=${call}`,
    `path=calls%2F${call}`,
    `path=/calls/${call}`,
    `...path=calls/${call}`,
    `%5B...path%5D=api/ninjahire/calls/${call}`,
    `nxtPpath=calls&nxtPpath=${call}`,
  ]) {
    const answer = await parseAnswer(await proxy(requestFor(`${path}?${query}`)));
    assert.equal(answer.status, 200, query);
  }
  const listing = await parseAnswer(await proxy(requestFor("/calls?page=1&path=calls&size=2")));
  assert.equal(listing.json.data.length, 2);
  const dialPath = `/applications/${application}/instant-call`;
  const dialled = await proxy(
    new Request(
      dialRequest(application).url + `?path=${dialPath.slice(1)}`,
      dialRequest(application),
    ),
  );
  assert.equal(dialled.status, 200);
  const forwarded = await forwardedRequests();
  assert.deepEqual(forwarded, [
    ...Array(6).fill(`GET ${path}`),
    "GET /calls page=1&size=2",
    `POST ${dialPath}`,
  ]);
  for (const query of [
    `path=calls&path=${another}`,
    "path=calls",
    "path=",
    "path",
    `path=calls&path=${call}&path=x`,
    `path=calls/${call}/..`,
    `path=calls&other=${call}`,
    `=calls/${call}`,
    `page=calls/${call}&admin=1`,
  ]) {
    assert.equal((await proxy(requestFor(`${path}?${query}`))).status, 400, query);
  }
  assert.equal((await mock.log()).length, forwarded.length);
});

test("the mount and the upstream can have any path", async () => {
  const urls = [];
  const proxy = proxyTo(mock, {
    basePath: "/",
    upstream: "https://vendor.example/v1/",
    fetch: async (url) => (urls.push(url), Response.json({})),
  });
  await parseAnswer(await proxy(requestFor("https://ats.example/calls?page=1")));
  await parseAnswer(await proxy(requestFor("https://ats.example/calls/c-1")));
  assert.deepEqual(urls, [
    "https://vendor.example/v1/calls?page=1",
    "https://vendor.example/v1/calls/c-1",
  ]);
});

test("only the necessary headers of the API are forwarded", async () => {
  await mock.fault({
    headers: {
      "set-cookie": ["a=1", "b=2"],
      server: "zuplo",
      "x-powered-by": "x",
      "access-control-allow-origin": "*",
      "cache-control": "public",
      "x-request-id": "r-1",
      connection: "close",
    },
  });
  const { headers } = await parseAnswer(await proxyTo(mock)(requestFor("/calls?page=1&size=1")));
  assert.deepEqual(headers, {
    "cache-control": "no-store",
    "content-type": "application/json",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-request-id": "r-1",
  });
});

test("problem bodies and Retry-After are forwarded, an HTML page is not", async () => {
  await mock.fault({ status: 429, headers: { "retry-after": "3" } });
  const limited = await parseAnswer(await proxyTo(mock)(requestFor("/calls")));
  assert.deepEqual(
    [limited.status, limited.headers["retry-after"], limited.json.status],
    [429, "3", 429],
  );
  assert.equal(limited.headers["content-type"], "application/problem+json");
  const page = "<html><title>nginx/1.2.3</title><script>alert(1)</script>";
  await mock.fault({ status: 502, raw_body: page, content_type: "text/html" });
  const gateway = await parseAnswer(await proxyTo(mock)(requestFor("/calls")));
  assert.deepEqual([gateway.status, gateway.type], [502, "upstream"]);
  assert.ok(!gateway.body.includes("nginx"));
  // An HTML page with a 200 is not shown as a page either.
  await mock.fault({ raw_body: page, content_type: "text/html" });
  const odd = await parseAnswer(await proxyTo(mock)(requestFor("/calls")));
  assert.equal(odd.headers["content-type"], "application/json");
});

test("the key and the URL are removed from an error of the API", async () => {
  const body = {
    title: "Bad key",
    detail: `Bearer ${key} at ${mock.url}/calls`,
  };
  for (const request of [() => requestFor("/calls"), () => dialRequest(application)]) {
    await mock.fault({ status: 401, body });
    const answer = await parseAnswer(await proxyTo(mock)(request()));
    assert.equal(answer.status, 401);
    assert.equal(answer.json.title, "Bad key");
    assert.ok(!answer.body.includes(key) && !answer.body.includes(String(mock.port)), answer.body);
    assert.equal(answer.headers["www-authenticate"], undefined);
  }
});

test("a redirect is neither followed nor forwarded", async () => {
  await mock.fault({ redirect: { status: 302, location: "https://evil.example" } });
  const answer = await parseAnswer(await proxyTo(mock)(requestFor("/calls")));
  assert.deepEqual([answer.status, answer.headers.location], [502, undefined]);
  assert.equal((await mock.counts()).listings, 1);
});

test("a read without an answer, or with a part of one, is an error", async () => {
  await mock.fault({ reset: "before_headers" });
  const lost = await parseAnswer(await proxyTo(mock)(requestFor("/calls")));
  assert.deepEqual([lost.status, lost.type], [502, "unreachable"]);
  assert.ok(!lost.body.includes("127.0.0.1"));
  await mock.fault({ stall: "headers" });
  const late = await parseAnswer(await proxyTo(mock, { timeoutMs: 100 })(requestFor("/calls")));
  assert.deepEqual([late.status, late.type], [504, "deadline"]);
  await mock.fault({ stall: "body", at_byte: 20 });
  const stalled = await proxyTo(mock, { timeoutMs: 200 })(requestFor("/calls"));
  assert.equal(stalled.status, 200);
  await assert.rejects(stalled.text());
  await mock.fault({ cut_body: true });
  await assert.rejects((await proxyTo(mock)(requestFor("/calls"))).text());
});

test("gzip and a 204 are forwarded", async () => {
  await mock.fault({ gzip: true });
  const zipped = await parseAnswer(await proxyTo(mock)(requestFor("/calls?page=1&size=2")));
  assert.equal(zipped.json.data.length, 2);
  assert.equal(zipped.headers["content-encoding"], undefined);
  await mock.fault({ no_content: true });
  assert.equal((await proxyTo(mock)(requestFor("/calls"))).status, 204);
});

test("the upstream read is aborted when the browser disconnects", async () => {
  for (const action of [{ stall: "headers" }, { stall: "body", at_byte: 20 }]) {
    await mock.reset();
    await mock.fault(action);
    const gone = new AbortController();
    const answering = proxyTo(mock)(requestFor("/calls", { signal: gone.signal }));
    const outcome = answering.then((response) => response.text()).catch(() => "gone");
    await pause(100);
    gone.abort();
    await outcome;
    await pause(100);
    assert.equal((await mock.log())[0].outcome, "dropped", JSON.stringify(action));
  }
});

test("the upstream body is aborted when the browser no longer reads it", async () => {
  await mock.fault({ body_bytes: 50_000_000, chunked: true });
  const response = await proxyTo(mock)(requestFor("/calls"));
  const reader = response.body.getReader();
  await reader.read();
  await reader.cancel();
  await pause(150);
  assert.equal((await mock.log())[0].outcome, "dropped");
});

test("ten thousand reads on one signal leave no listener on it", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args) => (listeners++, add(...args));
  signal.removeEventListener = (...args) => (listeners--, remove(...args));
  const proxy = proxyTo(mock, { fetch: async () => Response.json({ data: [] }) });
  const request = requestFor("/calls");
  Object.defineProperty(request, "signal", { value: signal });
  for (let i = 0; i < 10_000; i++) await (await proxy(request)).text();
  assert.equal(listeners, 0);
});

test("the rate limit is per caller, and tokens return", async () => {
  const rateLimit = { reads: { burst: 2, perMinute: 30 } };
  const authorize = (request) => ({ caller: request.headers.get("x-user") });
  const proxy = proxyTo(mock, { rateLimit, authorize });
  const by = async (user) =>
    parseAnswer(await proxy(requestFor("/calls", { headers: { "x-user": user } })));
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await by("ann")).status);
  assert.deepEqual(statuses, [200, 200, 429]);
  const refused = await by("ann");
  assert.deepEqual([refused.type, refused.headers["retry-after"]], ["rate-limit", "2"]);
  assert.equal((await by("bob")).status, 200);
  await pause(2_050);
  assert.equal((await by("ann")).status, 200);
});

test("the key may come from a function, which is called for every request", async () => {
  let asks = 0;
  const proxy = proxyTo(mock, { apiKey: async () => `key-${++asks}` });
  for (let i = 0; i < 2; i++) await parseAnswer(await proxy(requestFor("/calls")));
  const keys = (await mock.log()).map(({ headers }) => headers.authorization);
  assert.deepEqual(keys, ["Bearer key-1", "Bearer key-2"]);
  const without = await parseAnswer(
    await proxyTo(mock, { apiKey: () => undefined })(requestFor("/calls")),
  );
  assert.equal(without.status, 502);
  assert.match(String(reportedErrors.at(-1)), /apiKey is missing/);
});
