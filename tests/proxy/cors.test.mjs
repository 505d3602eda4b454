/** CORS: pages of the named origins may use the proxy. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "./helpers/mock.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
const origin = "https://careers.example";
const cors = { origins: [origin], credentials: true, headers: ["X-CSRF-Token"] };

beforeEach(() => mock.reset());

const from = (origin) => ({ origin, "sec-fetch-site": "cross-site" });
const preflight = (path, origin) =>
  requestFor(path, {
    method: "OPTIONS",
    headers: { ...from(origin), "access-control-request-method": "POST" },
  });

test("a named origin gets its preflight, with what the route allows", async () => {
  const answer = await proxyTo(mock, { cors })(
    preflight(`/applications/${application}/instant-call`, origin),
  );
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get("access-control-allow-origin"), origin);
  assert.equal(answer.headers.get("access-control-allow-methods"), "POST");
  assert.equal(answer.headers.get("access-control-allow-credentials"), "true");
  assert.equal(
    answer.headers.get("access-control-allow-headers"),
    "Authorization, Content-Type, Idempotency-Key, X-CSRF-Token",
  );
  assert.equal(answer.headers.get("vary"), "Origin");
  assert.deepEqual(await mock.log(), []);
});

test("another origin gets none", async () => {
  for (const other of [
    "https://evil.example",
    "null",
    "https://careers.example.evil.example",
    "http://careers.example",
  ]) {
    const answer = await proxyTo(mock, { cors })(preflight("/calls", other));
    assert.equal(answer.status, 403);
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
    assert.equal(answer.headers.get("vary"), "Origin");
  }
  assert.equal(
    (await proxyTo(mock)(preflight("/calls", origin))).status,
    405,
    "without the option",
  );
  assert.equal((await proxyTo(mock, { cors })(preflight("/nothing", origin))).status, 404);
});

test("a named origin's page may dial and read the answer, errors included", async () => {
  const proxy = proxyTo(mock, { cors: { origins: [origin] } });
  const dialled = await parseAnswer(await proxy(dialRequest(application, undefined, from(origin))));
  assert.equal(dialled.status, 200);
  assert.equal(dialled.headers["access-control-allow-origin"], origin);
  assert.equal(dialled.headers["access-control-expose-headers"], "Retry-After, X-Request-Id");
  assert.equal(dialled.headers["access-control-allow-credentials"], undefined);
  const missing = await parseAnswer(
    await proxy(requestFor("/calls/none", { headers: from(origin) })),
  );
  assert.equal(missing.status, 404);
  assert.equal(missing.headers["access-control-allow-origin"], origin);
});

test("another origin's page cannot dial, nor read", async () => {
  const proxy = proxyTo(mock, { cors });
  const dialled = await parseAnswer(
    await proxy(dialRequest(application, undefined, from("https://evil.example"))),
  );
  assert.deepEqual([dialled.status, dialled.type], [403, "cross-site"]);
  const listed = await proxy(requestFor("/calls", { headers: from("https://evil.example") }));
  assert.equal(listed.headers.get("access-control-allow-origin"), null);
  assert.equal(listed.headers.get("cross-origin-resource-policy"), "same-origin");
  await listed.text();
  assert.equal((await mock.counts()).instant_calls_received, 0);
});
