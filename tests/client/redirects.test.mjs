// Redirected reads in Node: the headers that each server receives.

import assert from "node:assert/strict";
import http from "node:http";
import { after, test } from "node:test";
import { nh, rejection } from "./client.mjs";

const call = JSON.stringify({ call_id: "c-1", call_status: "call_completed" });

/** A server that redirects each path to `answer(path)`, or answers with a call if that is `undefined`. */
async function start(answer, status = 302) {
  const seen = [];
  const server = http.createServer(({ url, method, headers }, response) => {
    seen.push({ url, method, headers });
    const location = answer(url);
    if (location) return response.writeHead(status, { location }).end();
    response.setHeader("content-type", "application/json").end(call);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${server.address().port}`, seen };
}

const readCall = (baseUrl, options) =>
  new nh.NinjaHireClient({
    baseUrl,
    apiKey: "sk_secret",
    headers: { "x-api-key": "custom", "x-tenant": "t-1" },
    retries: 0,
    ...options,
  }).getCallDetails("c-1");

for (const status of [301, 302, 303, 307, 308]) {
  test(`a ${status} to another origin sends neither the key nor a custom header`, async () => {
    const other = await start(() => undefined);
    const first = await start(() => `${other.url}/elsewhere`, status);
    assert.equal((await readCall(first.url)).call_id, "c-1");
    assert.equal(first.seen[0].headers["x-api-key"], "custom");
    const [{ url, method, headers }] = other.seen;
    assert.deepEqual([url, method, headers.accept], ["/elsewhere", "GET", "application/json"]);
    for (const name of ["authorization", "x-api-key", "x-tenant", "cookie"]) {
      assert.equal(headers[name], undefined, name);
    }
  });
}

test("within an origin all headers are sent, also with a relative location", async () => {
  const server = await start((url) => (url === "/calls/c-1" ? "../v2/c-1" : undefined));
  assert.equal((await readCall(server.url)).call_id, "c-1");
  const [, { url, headers }] = server.seen;
  assert.equal(url, "/v2/c-1");
  assert.equal(headers["x-api-key"], "custom");
  assert.equal(headers.authorization, "Bearer sk_secret");
});

test("a redirect back to the first origin does not bring the headers back", async () => {
  let first;
  const other = await start(() => `${first.url}/back`);
  first = await start((url) => (url === "/back" ? undefined : `${other.url}/there`));
  assert.equal((await readCall(first.url)).call_id, "c-1");
  assert.equal(first.seen[1].url, "/back");
  assert.equal(first.seen[1].headers["x-api-key"], undefined);
  assert.equal(first.seen[1].headers.authorization, undefined);
});

test("a circular redirect, or one to an invalid address, is a ConnectionError", async () => {
  const circle = await start((url) => url);
  assert.ok((await rejection(readCall(circle.url))) instanceof nh.ConnectionError);
  assert.equal(circle.seen.length, 21);
  for (const location of [
    "data:application/json,{}",
    "file:///etc/passwd",
    "javascript:1",
    "http://",
    "//",
  ]) {
    const server = await start(() => location);
    const error = await rejection(readCall(server.url));
    assert.ok(error instanceof nh.ConnectionError, `${location}: ${error}`);
    assert.equal(server.seen.length, 1);
  }
});

test("a signal and a deadline end a read that is redirected", async () => {
  const slow = http.createServer(() => {});
  await new Promise((listening) => slow.listen(0, "127.0.0.1", listening));
  after(() => (slow.closeAllConnections(), slow.close()));
  const first = await start(() => `http://127.0.0.1:${slow.address().port}/`);
  const error = await rejection(readCall(first.url, { timeoutMs: 300 }));
  assert.ok(error instanceof nh.DeadlineError, `${error}`);
});

test("a dial with custom headers is not redirected", async () => {
  const other = await start(() => undefined);
  const first = await start(() => `${other.url}/elsewhere`, 307);
  const client = new nh.NinjaHireClient({
    baseUrl: first.url,
    apiKey: "k",
    headers: { "x-api-key": "custom" },
  });
  const error = await rejection(client.initiateInstantCall("a-1"));
  assert.equal(error.code, "dial_outcome_unknown");
  assert.deepEqual([first.seen.length, other.seen.length], [1, 0]);
});

test("a custom fetch gets the request with all headers", async () => {
  const asked = [];
  const fetch = async (request) => {
    asked.push(request.headers.get("x-api-key"));
    return new Response(call);
  };
  assert.equal((await readCall("https://ats.example", { fetch })).call_id, "c-1");
  assert.deepEqual(asked, ["custom"]);
});
