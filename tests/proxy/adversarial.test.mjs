/** Unusual cases for the proxy. Every test counts the requests at the API. */

import assert from "node:assert/strict";
import http from "node:http";
import { beforeEach, describe, mock as timers, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import { createProxy, memoryStore, nodeHandler, redisStore } from "./helpers/package.mjs";
import { sendRaw } from "./helpers/raw.mjs";
import { connectRedis, startRedis } from "./helpers/redis.mjs";
import {
  requestFor,
  dialRequest,
  key as apiKey,
  proxyTo,
  parseAnswer,
  serve,
  reportedErrors,
} from "./helpers/serve.mjs";

const mock = await startMock();
const [application, another] = mock.applications;
const [{ call_id: call }] = mock.calls;
const received = async () => (await mock.counts()).instant_calls_received;
const uuid = () => crypto.randomUUID();

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

describe("decisions", () => {
  test("keys that differ only in case are two decisions", async () => {
    const proxy = proxyTo(mock);
    const key = uuid();
    await proxy(dialRequest(application, key.toLowerCase()));
    await proxy(dialRequest(application, key.toUpperCase()));
    assert.equal(await received(), 2);
  });

  test("keys with JSON, with a store's syntax and with 200 characters are accepted", async () => {
    const proxy = proxyTo(mock);
    for (const key of ['{"a":["b"]}', "ninjahire:decision:*", "__proto__", "k".repeat(200)]) {
      assert.equal((await proxy(dialRequest(application, key))).status, 200);
      assert.equal((await proxy(dialRequest(application, key))).status, 200);
    }
    assert.equal(await received(), 4);
  });

  test("one key for two simultaneous applications rings only one of them", async () => {
    await mock.fault({ delay_ms: 50 }, { times: 0 });
    const proxy = proxyTo(mock);
    const key = uuid();
    const answers = await Promise.all([
      proxy(dialRequest(application, key)).then(parseAnswer),
      proxy(dialRequest(another, key)).then(parseAnswer),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
    assert.equal(await received(), 1);
  });

  test("simultaneous copies of two callers ring once, and only the first gets the call's id", async () => {
    await mock.fault({ delay_ms: 50 }, { times: 0 });
    const authorize = (request) => ({ caller: request.headers.get("x-user") });
    const proxy = proxyTo(mock, { authorize });
    const key = uuid();
    const [first, second] = await Promise.all(
      ["ann", "bob"].map((user) =>
        proxy(dialRequest(application, key, { "x-user": user })).then(parseAnswer),
      ),
    );
    assert.equal(first.status, 200);
    assert.equal(second.type, "dial-outcome-unknown");
    assert.ok(!second.body.includes(first.json.call_id));
    assert.equal(await received(), 1);
  });

  test("a copy whose deadline passes while the first is under way gets an unknown outcome", async () => {
    const store = memoryStore();
    await mock.fault({ delay_ms: 400 }, { times: 0 });
    const key = uuid();
    const first = proxyTo(mock, { store })(dialRequest(application, key));
    await pause(50);
    const late = await parseAnswer(
      await proxyTo(mock, { store, timeoutMs: 100 })(dialRequest(application, key)),
    );
    assert.deepEqual([late.status, late.type], [504, "dial-outcome-unknown"]);
    assert.equal((await first).status, 200);
    assert.equal(await received(), 1);
  });

  test("all copies that arrive while the first is under way get its answer", async () => {
    await mock.fault({ delay_ms: 300 }, { times: 0 });
    const proxy = proxyTo(mock);
    const key = uuid();
    const answers = [];
    for (let n = 0; n < 6; n++) {
      answers.push(proxy(dialRequest(application, key)).then(parseAnswer));
      await pause(40);
    }
    const bodies = new Set((await Promise.all(answers)).map(({ body }) => body));
    assert.equal(bodies.size, 1);
    assert.equal(await received(), 1);
  });

  test("the first browser disconnects after the dial was sent: the copy still gets the answer", async () => {
    await mock.fault({ delay_ms: 200 }, { times: 0 });
    const proxy = proxyTo(mock);
    const key = uuid();
    const gone = new AbortController();
    const first = proxy(new Request(dialRequest(application, key), { signal: gone.signal }));
    await pause(80);
    gone.abort();
    const copy = await parseAnswer(await proxy(dialRequest(application, key)));
    assert.equal(copy.status, 200);
    assert.equal((await parseAnswer(await first)).json.call_id, copy.json.call_id);
    assert.equal(await received(), 1);
  });

  test("all browsers disconnect before the dial is sent: it is never sent", async () => {
    const open = [];
    const authorize = () => new Promise((resolve) => open.push(resolve));
    const proxy = proxyTo(mock, { authorize });
    const key = uuid();
    const gone = [new AbortController(), new AbortController()];
    const answers = gone.map(({ signal }) =>
      proxy(new Request(dialRequest(application, key), { signal })),
    );
    await pause(20);
    for (const one of gone) one.abort();
    for (const resolve of open) resolve(true);
    for (const answer of answers)
      assert.equal((await parseAnswer(await answer)).type, "not-placed");
    assert.equal(await received(), 0);
  });

  test("a request that was aborted before it arrived is not sent", async () => {
    const request = new Request(dialRequest(application), { signal: AbortSignal.abort() });
    assert.equal((await parseAnswer(await proxyTo(mock)(request))).type, "not-placed");
    assert.equal(await received(), 0);
  });

  test("a copy that was refused by the rate limit stays refused when a token arrives meanwhile", async () => {
    let isFirst = true;
    const authorize = async () => {
      if (isFirst) {
        isFirst = false;
        await pause(300);
      }
      return { caller: "ann" };
    };
    const rateLimit = { dials: { burst: 1, perMinute: 600 } };
    const proxy = proxyTo(mock, { authorize, rateLimit });
    isFirst = false;
    await proxy(dialRequest(application));
    isFirst = true;
    const key = uuid();
    const slow = proxy(dialRequest(application, key));
    const refused = await parseAnswer(await proxy(dialRequest(application, key)));
    const answer = await parseAnswer(await slow);
    // Both get the refusal, or both get the call.
    assert.equal(refused.status, answer.status);
    assert.equal(await received(), refused.status === 200 ? 2 : 1);
  });

  test("a store that says 'set' to two servers at once is the store's fault, but one that throws after it set is not asked twice", async () => {
    const inner = memoryStore();
    const store = {
      ...inner,
      setIfAbsent: (key, ...rest) => {
        inner.setIfAbsent(key, ...rest);
        throw new Error("the answer was lost");
      },
    };
    const proxy = proxyTo(mock, { store, timeoutMs: 300 });
    const key = uuid();
    assert.equal(
      (await parseAnswer(await proxy(dialRequest(application, key)))).type,
      "not-placed",
    );
    const again = await parseAnswer(await proxy(dialRequest(application, key)));
    assert.equal(again.type, "dial-outcome-unknown");
    assert.equal(await received(), 0);
  });

  test("a record of another version of the proxy does not allow a decision to ring again", async () => {
    const inner = memoryStore();
    const store = {
      ...inner,
      get: (key) => (key.includes("decision") ? '{"v":2}' : inner.get(key)),
    };
    assert.equal(
      (await parseAnswer(await proxyTo(mock, { store })(dialRequest(application)))).type,
      "dial-outcome-unknown",
    );
    assert.equal(await received(), 0);
  });

  test("an answer of 64 kB of JSON is placed, one byte more is unknown, and neither rings twice", async () => {
    for (const [size, status] of [
      [65_536, 200],
      [65_537, 502],
    ]) {
      const body = JSON.stringify({ call_id: "c" }).padEnd(size);
      const fetch = async () => new Response(body);
      assert.equal((await proxyTo(mock, { fetch })(dialRequest(application))).status, status);
    }
  });

  test("a 205 and a 202 without a body mean the same to proxy and client", async () => {
    for (const [status, body, expected] of [
      [205, null, 205],
      [202, null, 502],
      [201, '{"call_id":"c"}', 201],
    ]) {
      const fetch = async () => new Response(body, { status });
      assert.equal((await proxyTo(mock, { fetch })(dialRequest(application))).status, expected);
    }
  });

  test("a status of 101 or 600 from the vendor counts as no answer", async () => {
    for (const status of [101, 600, 0]) {
      const fetch = async () => ({ status, ok: false, headers: new Headers(), body: null });
      const answer = await parseAnswer(await proxyTo(mock, { fetch })(dialRequest(application)));
      assert.equal(answer.type, "dial-outcome-unknown");
    }
  });
});

describe("the redial guard", () => {
  const guarded = { redialGuardMs: 60_000 };

  test("two recruiters at two servers at the same moment ring once", async () => {
    const store = memoryStore();
    const answers = await Promise.all(
      ["ann", "bob", "cid", "dan"].map((caller) =>
        proxyTo(mock, { ...guarded, store, authorize: () => ({ caller }) })(
          dialRequest(application),
        ).then(parseAnswer),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
    assert.equal(await received(), 1);
  });

  test("a copy of a guarded dial gets its answer, and no 409", async () => {
    const store = memoryStore();
    await mock.fault({ delay_ms: 100 }, { times: 0 });
    const key = uuid();
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        proxyTo(mock, { ...guarded, store })(dialRequest(application, key)).then(parseAnswer),
      ),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(await received(), 1);
  });

  test("the guard of a crashed server expires", async () => {
    const store = memoryStore();
    const proxy = proxyTo(mock, { store, redialGuardMs: 150 });
    const hangs = proxyTo(mock, { store, redialGuardMs: 150, fetch: () => new Promise(() => {}) });
    void hangs(dialRequest(application));
    await pause(20);
    assert.equal((await proxy(dialRequest(application))).status, 409);
    await pause(200);
    assert.equal((await proxy(dialRequest(application))).status, 200);
    assert.equal(await received(), 1);
  });

  test("Retry-After is never longer than the guard, with any clocks", async () => {
    const store = memoryStore();
    const proxy = proxyTo(mock, { ...guarded, store });
    await proxy(dialRequest(application));
    const real = Date.now;
    for (const shiftMs of [-86_400_000, 86_400_000]) {
      const clock = timers.method(Date, "now", () => real() + shiftMs);
      const { headers } = await parseAnswer(await proxy(dialRequest(application)));
      clock.mock.restore();
      const seconds = Number(headers["retry-after"]);
      assert.ok(seconds >= 1 && seconds <= 60, String(seconds));
    }
    assert.equal(await received(), 1);
  });

  test("a guard record of another version, or a damaged one, refuses and does not crash", async () => {
    for (const value of ["", "x", "1764000000000", "NaN decision", "1e999 x"]) {
      const inner = memoryStore();
      const store = {
        ...inner,
        get: (key) => (key.includes("redial") ? value : inner.get(key)),
        setIfAbsent: (key, ...rest) => !key.includes("redial") && inner.setIfAbsent(key, ...rest),
      };
      const answer = await parseAnswer(
        await proxyTo(mock, { ...guarded, store })(dialRequest(application)),
      );
      assert.equal(answer.status, 409, value);
      assert.match(answer.headers["retry-after"], /^\d+$/);
    }
    assert.equal(await received(), 0);
  });
});

describe("limits", () => {
  test("a caller's name that looks like another kind's key has a separate bucket", async () => {
    const rateLimit = { dials: { burst: 1, perMinute: 1 }, reads: { burst: 1, perMinute: 1 } };
    const authorize = (request) => ({ caller: request.headers.get("x-user") });
    const proxy = proxyTo(mock, { rateLimit, authorize });
    for (const user of [
      "ann",
      "ann ",
      '["ann"]',
      "reads",
      "dials",
      "__proto__",
      "a".repeat(5_000),
    ]) {
      const headers = { "x-user": encodeURIComponent(user) };
      assert.equal(
        (await proxy(requestFor("/calls?page=1&size=1", { headers }))).status,
        200,
        user,
      );
      assert.equal((await proxy(dialRequest(application, uuid(), headers))).status, 200, user);
    }
  });

  test("reads of one kind and dials do not share tokens", async () => {
    const rateLimit = { dials: { burst: 1, perMinute: 1 }, reads: { burst: 2, perMinute: 1 } };
    const proxy = proxyTo(mock, { rateLimit });
    assert.equal((await proxy(requestFor("/calls?page=1&size=1"))).status, 200);
    assert.equal((await proxy(requestFor(`/calls/${call}`))).status, 200);
    assert.equal((await proxy(requestFor(`/calls/${call}`))).status, 429);
    assert.equal((await proxy(dialRequest(application))).status, 200);
    assert.equal((await proxy(dialRequest(application))).status, 429);
  });

  test("a store with an invalid bucket neither allows nor refuses for ever", async () => {
    for (const value of ["x", "", "NaN", "-1", "Infinity", "1e308"]) {
      const values = new Map();
      const store = {
        get: (key) => values.get(key) ?? (key.includes("dials") ? value : undefined),
        set: (key, next) => void values.set(key, next),
        setIfAbsent: (key, next) => !values.has(key) && Boolean(values.set(key, next)),
      };
      const proxy = proxyTo(mock, { store, rateLimit: { dials: { burst: 2, perMinute: 600 } } });
      await proxy(dialRequest(application));
      await pause(120);
      assert.equal((await proxy(dialRequest(application))).status, 200, value);
    }
  });

  test("many reads on a full memory store are answered", async () => {
    const store = memoryStore({ maxEntries: 1 });
    store.set("taken", "x", 60_000);
    const proxy = proxyTo(mock, { store, rateLimit: {} });
    for (let n = 0; n < 20; n++)
      assert.equal((await proxy(requestFor("/calls?page=1&size=1"))).status, 200);
    assert.equal((await parseAnswer(await proxy(dialRequest(application)))).type, "not-placed");
  });

  test("many unauthorised requests leave nothing in the store", async () => {
    const inner = memoryStore();
    let writes = 0;
    const store = {
      ...inner,
      set: () => void writes++,
      setIfAbsent: () => Boolean(++writes),
      takeToken: () => ++writes && 0,
    };
    const proxy = proxyTo(mock, { store, rateLimit: {}, authorize: () => false });
    for (let n = 0; n < 100; n++) {
      await proxy(dialRequest(application));
      await proxy(requestFor("/calls"));
    }
    assert.equal(writes, 0);
    assert.equal((await mock.log()).length, 0);
  });
});

describe("the memory store", () => {
  test("a key that is set repeatedly stays one entry, and expires by its last time", () => {
    let now = 0;
    const clock = timers.method(performance, "now", () => now);
    try {
      const store = memoryStore({ maxEntries: 2 });
      for (let n = 0; n < 10_000; n++) store.set("a", String(n), 1_000 + n);
      store.set("b", "x", 1_000);
      now = 10_000;
      assert.equal(store.get("a"), "9999");
      store.set("c", "x", 1_000);
      now = 11_500;
      assert.equal(store.get("a"), undefined);
    } finally {
      clock.mock.restore();
    }
  });

  test("after a year without a write, the next one is as fast as any", () => {
    let now = 0;
    const clock = timers.method(performance, "now", () => now);
    try {
      const store = memoryStore({ maxEntries: 3 });
      for (const key of ["a", "b", "c"]) store.set(key, "x", 1_000);
      now = 365 * 86_400_000;
      const started = process.hrtime.bigint();
      store.set("d", "x", 1_000);
      assert.ok(process.hrtime.bigint() - started < 2_000_000_000n);
      assert.deepEqual([store.get("a"), store.get("d")], [undefined, "x"]);
    } finally {
      clock.mock.restore();
    }
  });

  test("keys with names of object members are ordinary keys", () => {
    const store = memoryStore();
    for (const key of ["__proto__", "constructor", "toString", ""]) {
      assert.equal(store.get(key), undefined);
      assert.equal(store.setIfAbsent(key, "x", 1_000), true);
      assert.equal(store.get(key), "x");
    }
  });

  test("a value that expired is free, and removing it by value does nothing to its successor", () => {
    let now = 0;
    const clock = timers.method(performance, "now", () => now);
    try {
      const store = memoryStore();
      store.set("k", "old", 10);
      now = 20;
      assert.equal(store.setIfAbsent("k", "new", 1_000), true);
      store.removeIf("k", "old");
      assert.equal(store.get("k"), "new");
    } finally {
      clock.mock.restore();
    }
  });
});

describe("routes and queries", () => {
  test("templates that differ only in their query are distinguished", async () => {
    const routes = {
      callDetails: "GET /x?call_id={call_id}",
      screeningResults: "GET /x?kind=list",
    };
    const urls = [];
    const fetch = async (url) => (urls.push(url), Response.json({ call_id: "c", data: [] }));
    const proxy = proxyTo(mock, { routes, fetch, upstream: "https://v.example" });
    assert.equal((await proxy(requestFor("/x?call_id=c-1"))).status, 200);
    assert.equal((await proxy(requestFor("/x?kind=list&page=2"))).status, 200);
    assert.equal((await proxy(requestFor("/x?page=2&kind=list"))).status, 200);
    assert.equal((await proxy(requestFor("/x?kind=other"))).status, 400);
    assert.equal((await proxy(requestFor("/x?kind=list&call_id=c-1"))).status, 400);
    assert.deepEqual(urls, [
      "https://v.example/x?call_id=c-1",
      "https://v.example/x?kind=list&page=2",
      "https://v.example/x?kind=list&page=2",
    ]);
  });

  test("a dial by GET is sent once, and never as a read", async () => {
    const routes = { instantCall: "GET /dial/{application_id}" };
    const seen = [];
    const fetch = async (url, init) => (
      seen.push([init.method, url]),
      Response.json({ call_id: "c" })
    );
    const proxy = proxyTo(mock, { routes, fetch, upstream: "https://v.example" });
    assert.equal((await proxy(requestFor("/dial/a-1"))).status, 400, "no Idempotency-Key");
    const headers = { "sec-fetch-site": "cross-site", "idempotency-key": uuid() };
    assert.equal((await proxy(requestFor("/dial/a-1", { headers }))).status, 403);
    const own = { headers: { "idempotency-key": uuid() } };
    assert.equal((await proxy(requestFor("/dial/a-1", own))).status, 200);
    assert.equal((await proxy(requestFor("/dial/a-1", own))).status, 200);
    assert.deepEqual(seen, [["GET", "https://v.example/dial/a-1"]]);
  });

  test("an id between parts of a template cannot leave its segment", async () => {
    const routes = { callDetails: "GET /calls/{call_id}.json" };
    const urls = [];
    const fetch = async (url) => (urls.push(url), Response.json({ call_id: "c" }));
    const proxy = proxyTo(mock, { routes, fetch, upstream: "https://v.example" });
    assert.equal((await proxy(requestFor("/calls/a.json.json"))).status, 200);
    assert.equal((await proxy(requestFor("/calls/.json"))).status, 404);
    assert.equal((await proxy(requestFor("/calls/..json"))).status, 404, "the id would be a dot");
    assert.equal((await proxy(requestFor("/calls/...json"))).status, 404, "the id would be two");
    assert.equal((await proxy(requestFor("/calls/axjson"))).status, 404, "a dot is a dot");
    assert.deepEqual(urls, ["https://v.example/calls/a.json.json"]);
  });

  test("an id with a replacement pattern (`$&`) is an ordinary id", async () => {
    const urls = [];
    const fetch = async (url) => (urls.push(url), Response.json({ call_id: "c" }));
    const options = { fetch, upstream: "https://v.example" };
    assert.equal(
      (await proxyTo(mock, options)(requestFor("/calls/ninjahire-calls-id"))).status,
      200,
    );
    assert.deepEqual(urls, ["https://v.example/calls/ninjahire-calls-id"]);
  });

  test("a path of 4,000 slashes, letters or dots is answered at once", async () => {
    const proxy = proxyTo(mock, {
      routes: { callDetails: "GET /a/{call_id}-{call_id}".replace("-{call_id}", "-x-y.z") },
    });
    for (const part of ["/", "a", "a.", "a-x-", "~_"]) {
      const started = performance.now();
      const { status } = await proxy(requestFor(`/a/${part.repeat(3_900 / part.length)}`));
      assert.ok([400, 404].includes(status), part);
      assert.ok(performance.now() - started < 3_000, part);
    }
    assert.equal((await mock.log()).length, 0);
  });

  test("a query of hundreds of parameters is refused at once", async () => {
    const query = Array.from({ length: 550 }, (_, n) => `p${n}=1`).join("&");
    const started = performance.now();
    assert.equal((await proxyTo(mock)(requestFor(`/calls?${query}`))).status, 400);
    assert.ok(performance.now() - started < 3_000);
    assert.equal((await mock.log()).length, 0);
  });

  test("a filter whose value is another parameter stays one value", async () => {
    await parseAnswer(await proxyTo(mock)(requestFor("/calls?job_id=a%26size%3D100%23x&page=1")));
    const [{ query }] = await mock.log();
    assert.equal(query, "job_id=a%26size%3D100%23x&page=1");
  });

  test("a filter of another script, of emoji or with a joiner goes through unchanged", async () => {
    const values = ["採用-7", "👩‍💻", "é", "a\u00adb", "שלום"];
    const proxy = proxyTo(mock);
    for (const value of values) {
      await parseAnswer(
        await proxy(requestFor(`/calls?candidate_source_id=${encodeURIComponent(value)}`)),
      );
    }
    const seen = (await mock.log()).map(({ query }) =>
      decodeURIComponent(query.replace("candidate_source_id=", "")),
    );
    assert.deepEqual(seen, values);
  });

  test("filters of authorize have precedence over the request, in any spelling", async () => {
    const proxy = proxyTo(mock, { authorize: () => ({ filters: { job_id: "ours" } }) });
    for (const [query, status] of [
      ["job_id=%6furs", 200],
      ["job_id=OURS", 403],
      ["job_id=ours%20", 403],
      ["job%5Fid=theirs", 400],
      ["job_id=ours&job_id=theirs", 400],
    ]) {
      assert.equal(
        (await parseAnswer(await proxy(requestFor(`/calls?${query}`)))).status,
        status,
        query,
      );
    }
    assert.deepEqual(
      new Set((await mock.log()).map(({ query }) => query)),
      new Set(["job_id=ours"]),
    );
  });

  test("a catch-all parameter cannot bypass the filters of authorize", async () => {
    const seen = [];
    const authorize = (_, { query }) => (seen.push(query), true);
    const proxy = proxyTo(mock, { authorize });
    const answer = await proxy(requestFor("/calls?path=calls&job_id[]=theirs"));
    assert.equal(answer.status, 400);
    await parseAnswer(await proxy(requestFor("/calls?path=calls&job_id=j")));
    assert.deepEqual(seen, [{ job_id: "j" }]);
    assert.deepEqual(
      (await mock.log()).map(({ query }) => query),
      ["job_id=j"],
    );
  });
});

describe("answers to the caller", () => {
  test("a body that claims to be gzip is cut off, and the next request is served", async () => {
    await mock.fault({ headers: { "content-encoding": "gzip" } });
    const proxy = proxyTo(mock);
    const answer = await proxy(requestFor("/calls?page=1&size=1"));
    await answer.text().then(
      () => assert.equal(answer.status, 502),
      () => {},
    );
    assert.equal((await parseAnswer(await proxy(requestFor("/calls?page=1&size=1")))).status, 200);
  });

  test("a part of a key at the end of a body is forwarded", async () => {
    const key = "sk_live_5f2b9c1e7a3d4b6c";
    const text = `{"data":[],"x":"${key.slice(0, 12)}`;
    const fetch = async () => new Response(text);
    const answer = await parseAnswer(
      await proxyTo(mock, { apiKey: key, fetch })(requestFor("/calls")),
    );
    assert.equal(answer.body, text);
  });

  test("where the key changes, each answer is redacted with the key of its request", async () => {
    const keys = ["sk_live_aaaaaaaaaaaa", "sk_live_bbbbbbbbbbbb"];
    let n = 0;
    const fetch = async (_, { headers }) => {
      await pause(20);
      return Response.json({ data: [], echo: headers.authorization });
    };
    const proxy = proxyTo(mock, { apiKey: () => keys[n++ % 2], fetch });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => proxy(requestFor("/calls")).then(parseAnswer)),
    );
    for (const { json } of answers) assert.equal(json.echo, "Bearer [redacted]");
  });

  test("a body full of starts of the key, or of escapes, is redacted in linear time", async () => {
    const key = "\\%&sk_live_5f2b";
    for (const part of ["\\", "%", "&", "%25", "\\u005c", "&#92;", "&#x", "\\%&"]) {
      const text = JSON.stringify({ data: [part.repeat(200_000 / part.length)] });
      const fetch = async () => new Response(text);
      const started = performance.now();
      const answer = await parseAnswer(
        await proxyTo(mock, { apiKey: key, fetch })(requestFor("/calls")),
      );
      assert.equal(answer.status, 200);
      assert.ok(performance.now() - started < 3_000, part);
    }
  });

  test("authorizeResponse checks 10,000 levels of nesting, and hides a call at the bottom", async () => {
    const depth = 5_000;
    const text = `{"data":[],"x":${"[".repeat(depth)}{"call_id":"theirs"}${"]".repeat(depth)}}`;
    const fetch = async () => new Response(text);
    const authorizeResponse = () => false;
    const answer = await parseAnswer(
      await proxyTo(mock, { fetch, authorizeResponse })(requestFor("/calls")),
    );
    assert.ok([403, 502].includes(answer.status));
    assert.ok(!answer.body.includes("theirs"));
  });

  test("an authorizeResponse that never settles ends at the deadline, and nothing is sent", async () => {
    const options = { authorizeResponse: () => new Promise(() => {}), timeoutMs: 150 };
    const answer = await parseAnswer(await proxyTo(mock, options)(requestFor(`/calls/${call}`)));
    assert.equal(answer.status, 504);
    assert.ok(!answer.body.includes("transcript"));
  });

  test("authorizeResponse gets the call in the body of a 404 and of a 503", async () => {
    for (const status of [404, 503]) {
      const body = { title: "x", status, trace: { call: { transcript: "BOT: secret" } } };
      const fetch = async () => Response.json(body, { status });
      const options = { fetch, authorizeResponse: () => false };
      const answer = await parseAnswer(await proxyTo(mock, options)(requestFor(`/calls/${call}`)));
      assert.equal(answer.status, status);
      assert.ok(!answer.body.includes("secret"));
    }
  });

  test("a foreign Response class, a null body and odd headers are handled", async () => {
    for (const headers of [new Headers(), new Map(), {}]) {
      const fetch = async () => ({ status: 200, ok: true, headers, body: null });
      const { status } = await proxyTo(mock, { fetch })(requestFor("/calls"));
      assert.ok([204, 502].includes(status), String(status));
    }
  });
});

describe("over the wire", () => {
  const dialPath = `/api/ninjahire/applications/${application}/instant-call`;
  const head = (...lines) =>
    [`POST ${dialPath} HTTP/1.1`, "Host: a", "Sec-Fetch-Site: same-origin", ...lines, "", ""].join(
      "\r\n",
    );

  test("the client's small body does not end the connection, and is not read as a request", async (t) => {
    const { port } = await serve(t, nodeHandler(proxyTo(mock)));
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    t.after(() => agent.destroy());
    const ports = new Set();
    for (let n = 0; n < 3; n++) {
      const status = await new Promise((resolve, reject) => {
        const headers = {
          "sec-fetch-site": "same-origin",
          "idempotency-key": uuid(),
          "content-type": "application/json",
          "content-length": 2,
        };
        const request = http.request({ agent, port, path: dialPath, method: "POST", headers });
        request.on("response", (response) => {
          ports.add(response.socket.localPort);
          response.resume().on("end", () => resolve(response.statusCode));
        });
        request.on("error", reject).end("{}");
      });
      assert.equal(status, 200);
    }
    assert.equal(ports.size, 1, "one connection");
    assert.equal(await received(), 3);
  });

  test("a body that is longer than its length is not a second dial", async (t) => {
    const { port } = await serve(t, nodeHandler(proxyTo(mock)));
    const second = head(`Idempotency-Key: ${uuid()}`, "Content-Length: 0").replace(
      "same-origin",
      "cross-site",
    );
    await sendRaw(port, head(`Idempotency-Key: ${uuid()}`, "Content-Length: 2") + `{}${second}`);
    assert.equal(await received(), 1);
  });

  test("an announced body that never arrives does not delay the dial", async (t) => {
    const { port } = await serve(t, nodeHandler(proxyTo(mock)));
    const answer = await sendRaw(port, head(`Idempotency-Key: ${uuid()}`, "Content-Length: 1000"));
    assert.equal(answer.status, 200);
    assert.equal(await received(), 1);
  });

  test("a small body in chunks is accepted as a stream, and an endless one is refused", async () => {
    const proxy = proxyTo(mock);
    const request = (body) =>
      new Request(dialRequest(application).url, {
        method: "POST",
        headers: {
          "sec-fetch-site": "same-origin",
          host: "ats.example",
          "idempotency-key": uuid(),
          "transfer-encoding": "chunked",
        },
        body,
        duplex: "half",
      });
    const stream = (...chunks) =>
      new ReadableStream({
        pull: (controller) =>
          chunks.length
            ? controller.enqueue(new TextEncoder().encode(chunks.shift()))
            : controller.close(),
      });
    assert.equal((await proxy(request(stream("{", "}")))).status, 200);
    assert.equal((await proxy(request(stream("x".repeat(1_025))))).status, 413);
    const endless = new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(100)) });
    assert.equal((await proxy(request(endless))).status, 413);
    const broken = new ReadableStream({ pull: (c) => c.error(new Error("cut")) });
    assert.equal((await proxy(request(broken))).status, 413);
    assert.equal(await received(), 1);
  });

  test("a hundred connections that dial one decision and hang up ring at most once", async (t) => {
    const { port } = await serve(t, nodeHandler(proxyTo(mock)));
    const key = uuid();
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        sendRaw(port, head(`Idempotency-Key: ${key}`, "Content-Length: 0"), { waitMs: n % 10 }),
      ),
    );
    await pause(200);
    assert.ok((await received()) <= 1);
  });
});

describe("Redis", () => {
  test("where Redis answers with an error or an invalid value, dials are refused as not placed", async () => {
    for (const command of [
      async () => {
        throw new Error("LOADING");
      },
      async () => {
        throw new Error("READONLY You can't write against a read only replica.");
      },
      () => {
        throw new Error("ClientClosed");
      },
    ]) {
      const proxy = proxyTo(mock, { store: redisStore(command), rateLimit: {} });
      assert.equal((await parseAnswer(await proxy(dialRequest(application)))).type, "not-placed");
      assert.equal((await proxy(requestFor("/calls?page=1&size=1"))).status, 200);
    }
    assert.equal(await received(), 0);
  });

  test("where Redis is full, dials are refused as not placed, and entries are kept", async () => {
    const redis = await startRedis();
    const { client, store } = await connectRedis(redis.path);
    const proxy = proxyTo(mock, { store });
    const key = uuid();
    const first = await parseAnswer(await proxy(dialRequest(application, key)));
    await client.sendCommand(["CONFIG", "SET", "maxmemory-policy", "noeviction"]);
    await client.sendCommand(["CONFIG", "SET", "maxmemory", "1"]);
    assert.equal((await parseAnswer(await proxy(dialRequest(application)))).type, "not-placed");
    assert.equal((await parseAnswer(await proxy(dialRequest(application, key)))).body, first.body);
    assert.equal(await received(), 1);
  });

  test("where Redis is paused, dials that were refused meanwhile do not ring later", async () => {
    const redis = await startRedis();
    const { client, store } = await connectRedis(redis.path);
    const other = await connectRedis(redis.path);
    const proxy = proxyTo(mock, { store, storeTimeoutMs: 100 });
    await other.client.sendCommand(["CLIENT", "PAUSE", "500", "ALL"]);
    const answers = await Promise.all(
      [1, 2, 3].map(() => proxy(dialRequest(application)).then(parseAnswer)),
    );
    assert.deepEqual(new Set(answers.map(({ type }) => type)), new Set(["not-placed"]));
    await pause(700);
    await client.ping();
    assert.equal(await received(), 0);
    assert.equal((await proxy(dialRequest(application))).status, 200);
  });
});

describe("construction", () => {
  test("invalid options are refused by name, and the error never has the key", () => {
    const fine = { apiKey, authorize: () => true };
    for (const [options, name] of [
      [{ ...fine, upstream: 7 }, /upstream/],
      [{ ...fine, upstream: "" }, /upstream/],
      [{ ...fine, upstream: "https://[::1" }, /upstream/],
      [{ ...fine, storeTimeoutMs: "1s" }, /storeTimeoutMs/],
      [{ ...fine, storeTimeoutMs: Infinity }, /storeTimeoutMs/],
      [{ ...fine, timeoutMs: NaN }, /timeoutMs/],
      [{ ...fine, rememberMs: -1 }, /rememberMs/],
      [{ ...fine, routes: { callDetails: "GET /c/{call_id}\u0000" } }, /callDetails/],
    ]) {
      assert.throws(
        () => createProxy(options),
        (error) =>
          error instanceof TypeError && name.test(error.message) && !error.message.includes(apiKey),
      );
    }
  });
});
