/** One decision rings once, counted at the API, with decisions in memory and in Redis. */

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import { memoryStore } from "./helpers/package.mjs";
import { connectRedis, startRedis } from "./helpers/redis.mjs";
import { dialRequest, proxyTo, parseAnswer, reportedErrors } from "./helpers/serve.mjs";

const mock = await startMock();
const redis = await startRedis();
const [application, another] = mock.applications;

const received = async () => (await mock.counts()).instant_calls_received;
const isUnknown = ({ type }) => assert.equal(type, "dial-outcome-unknown");

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

for (const [name, store] of [
  ["memory", memoryStore()],
  ["Redis", (await connectRedis(redis.path)).store],
]) {
  describe(`with decisions kept in ${name}`, () => {
    const dial = (key, options, id = application) =>
      proxyTo(mock, { store, ...options })(dialRequest(id, key)).then(parseAnswer);

    test("twenty simultaneous requests of one decision ring once and get one answer", async () => {
      await mock.fault({ delay_ms: 300 });
      const key = crypto.randomUUID();
      // Each has its own proxy, so only the store connects them.
      const answers = await Promise.all(Array.from({ length: 20 }, () => dial(key)));
      assert.equal(await received(), 1);
      assert.equal(new Set(answers.map(({ status, body }) => status + body)).size, 1);
      assert.equal(answers[0].status, 200);
      assert.equal(answers[0].json.call_id, (await mock.placed())[0].call_id);
    });

    test("a later request of the same decision gets the first one's answer", async () => {
      const key = crypto.randomUUID();
      const first = await dial(key);
      const second = await dial(key);
      assert.equal(await received(), 1);
      assert.deepEqual([second.status, second.body], [first.status, first.body]);
      assert.equal(first.headers["idempotency-replayed"], undefined);
      assert.equal(second.headers["idempotency-replayed"], "true");
    });

    test("two decisions ring twice", async () => {
      const answers = [await dial(crypto.randomUUID()), await dial(crypto.randomUUID())];
      assert.equal(await received(), 2);
      assert.notEqual(answers[0].json.call_id, answers[1].json.call_id);
    });

    test("a key that was used for another application is refused and nothing is sent", async () => {
      const key = crypto.randomUUID();
      await dial(key);
      const answer = await dial(key, {}, another);
      assert.deepEqual([answer.status, answer.type], [422, "idempotency-key-reused"]);
      assert.equal(await received(), 1);
    });

    test("one request of two callers rings once, and the second gets no details", async () => {
      const key = crypto.randomUUID();
      const first = await dial(key, { authorize: () => ({ caller: "ann" }) });
      const second = await dial(key, { authorize: () => ({ caller: "bob" }) });
      assert.equal(await received(), 1);
      isUnknown(second);
      assert.ok(!second.body.includes(first.json.call_id));
    });

    for (const [what, action] of [
      ["a reset before the headers", { reset: "before_headers" }],
      ["a reset after the headers", { reset: "after_headers" }],
      ["a reset in the body", { reset: "mid_body" }],
      ["a body cut short", { cut_body: true }],
      ["a 408", { status: 408, place: true }],
      ["a 499", { status: 499, place: true }],
      ["a 500", { status: 500, place: true }],
      ["a 502 with a page", { status: 502, raw_body: "<html>", content_type: "text/html" }],
      ["a 503 with Retry-After", { status: 503, headers: { "retry-after": "1" } }],
      ["a 307", { redirect: { status: 307, location: "/elsewhere" } }],
      ["a 200 that is no JSON", { raw_body: "<html>", content_type: "text/html" }],
      ["a 200 without a body", { raw_body: "" }],
      ["a body without end", { body_bytes: 1_000_000 }],
    ]) {
      test(`after ${what} the outcome is unknown, and the dial is never sent again`, async () => {
        await mock.fault(action, { times: 0 });
        const key = crypto.randomUUID();
        const first = await dial(key);
        isUnknown(first);
        assert.equal(first.status, 502);
        await mock.reset();
        const second = await dial(key);
        assert.deepEqual([second.status, second.body], [first.status, first.body]);
        assert.equal(await received(), 0, "since the reset");
      });
    }

    test("after the deadline the outcome is unknown, and the dial is never sent again", async () => {
      for (const stall of ["headers", "body"]) {
        await mock.reset();
        await mock.fault({ stall });
        const key = crypto.randomUUID();
        const first = await dial(key, { timeoutMs: 200 });
        isUnknown(first);
        assert.equal(first.status, 504);
        isUnknown(await dial(key));
        assert.equal(await received(), 1);
      }
    });

    for (const status of [400, 401, 403, 404, 409, 421, 422, 425, 429]) {
      test(`a ${status} did not ring: it is forwarded, and repeated from the store`, async () => {
        await mock.fault({ status, headers: { "retry-after": "7" } }, { times: 0 });
        const key = crypto.randomUUID();
        const first = await dial(key);
        assert.deepEqual([first.status, first.json.status], [status, status]);
        assert.equal(first.headers["retry-after"], "7");
        const second = await dial(key);
        assert.deepEqual([second.status, second.body], [status, first.body]);
        assert.equal(second.headers["retry-after"], "7");
        assert.equal(await received(), 1);
      });
    }

    test("a 204 and a 200 without a call_id are placed calls", async () => {
      await mock.fault({ no_content: true });
      const key = crypto.randomUUID();
      assert.equal((await dial(key)).status, 204);
      assert.equal((await dial(key)).status, 204);
      await mock.fault({ replace_json: {} });
      const answer = await dial(crypto.randomUUID());
      assert.deepEqual([answer.status, answer.json], [200, {}]);
      assert.equal((await mock.counts()).calls_placed, 2);
    });

    test("a decision whose server has stopped is unknown, and not sent again", async () => {
      const key = crypto.randomUUID();
      const dying = { ...store, set: () => new Promise(() => {}) };
      // The record stays as it was when the dial was sent, so the outcome is unknown.
      void dial(key, { store: dying, timeoutMs: 100 });
      await pause(50);
      const answer = await dial(key, { timeoutMs: 300 });
      isUnknown(answer);
      assert.equal(answer.status, 504);
      assert.equal(await received(), 1);
    });

    test("a decision is forgotten after rememberMs, not before", async () => {
      const key = crypto.randomUUID();
      await dial(key, { rememberMs: 400 });
      await dial(key, { rememberMs: 400 });
      assert.equal(await received(), 1);
      await pause(450);
      await dial(key, { rememberMs: 400 });
      assert.equal(await received(), 2);
    });

    test("a decision under way is kept, even with a short rememberMs", async () => {
      await mock.fault({ delay_ms: 700 }, { times: 0 });
      const key = crypto.randomUUID();
      const first = dial(key, { rememberMs: 400 });
      await pause(500);
      const second = await dial(key, { rememberMs: 400 });
      assert.equal(second.body, (await first).body);
      assert.equal(await received(), 1);
    });

    test("a disconnect of the browser does not end a sent dial", async () => {
      await mock.fault({ delay_ms: 200 });
      const key = crypto.randomUUID();
      const gone = new AbortController();
      const request = new Request(dialRequest(application, key), { signal: gone.signal });
      const waiting = [];
      const answering = proxyTo(mock, { store })(request, {
        waitUntil: (work) => waiting.push(work),
      });
      await pause(100);
      gone.abort();
      await answering;
      assert.equal(waiting.length, 1, "waitUntil is called");
      const [seen] = await mock.log();
      assert.equal(seen.outcome, "sent", "the API's answer was waited for");
      const again = await dial(key);
      assert.equal(again.json.call_id, seen.placed);
      assert.equal(await received(), 1);
    });

    test("the redial guard refuses one application for all callers, and says for how long", async () => {
      const guarded = { redialGuardMs: 60_000 };
      const by = (caller) => ({ ...guarded, authorize: () => ({ caller }) });
      // Separate applications, because the guard outlives a test.
      const [one, two] = mock.applications.slice(name === "Redis" ? 10 : 20);
      const answers = await Promise.all(
        ["ann", "bob", "cid"].map((caller) => dial(crypto.randomUUID(), by(caller), one)),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
      const refused = answers.find(({ status }) => status === 409);
      assert.equal(refused.type, "redial-guard");
      assert.ok(Number(refused.headers["retry-after"]) > 50);
      assert.equal((await dial(crypto.randomUUID(), guarded, two)).status, 200);
      assert.equal(await received(), 2);
    });

    test("a dial that did not ring sets no redial guard; one that may have does", async () => {
      const guarded = { redialGuardMs: 60_000 };
      const [one] = mock.applications.slice(name === "Redis" ? 30 : 40);
      await mock.fault({ status: 404 });
      assert.equal((await dial(crypto.randomUUID(), guarded, one)).status, 404);
      await pause(10);
      await mock.fault({ status: 500 });
      assert.equal((await dial(crypto.randomUUID(), guarded, one)).status, 502);
      assert.equal((await dial(crypto.randomUUID(), guarded, one)).status, 409);
      assert.equal(await received(), 2);
    });
  });
}

test("a store that fails before anything is sent refuses the dial as not placed", async () => {
  const broken = () => Promise.reject(new Error("the store is down"));
  const never = () => new Promise(() => {});
  for (const failing of [
    { setIfAbsent: broken },
    { setIfAbsent: never },
    { get: broken },
    { get: never },
    {
      setIfAbsent: () => {
        throw new Error("synchronously");
      },
    },
    {
      get: () => {
        throw new Error("synchronously");
      },
    },
  ]) {
    const store = { ...memoryStore(), ...failing };
    const answer = await parseAnswer(
      await proxyTo(mock, { store, storeTimeoutMs: 100 })(dialRequest(application)),
    );
    assert.deepEqual([answer.status, answer.type], [424, "not-placed"]);
  }
  assert.equal(await received(), 0);
});

test("where the store knows the decision, but not its answer, the outcome is unknown", async () => {
  const broken = () => Promise.reject(new Error("the store is down"));
  let asked = 0;
  for (const failing of [
    { setIfAbsent: () => false, get: () => (asked++ % 2 ? broken() : undefined) },
    { setIfAbsent: () => false },
    { setIfAbsent: () => "OK" },
  ]) {
    const store = { ...memoryStore(), ...failing };
    isUnknown(
      await parseAnswer(await proxyTo(mock, { store, timeoutMs: 200 })(dialRequest(application))),
    );
  }
  assert.equal(await received(), 0);
});

test("without Redis, dials are refused and reads go on", async () => {
  const own = await startRedis();
  const { store } = await connectRedis(own.path);
  const proxy = proxyTo(mock, { store, rateLimit: {} });
  assert.equal((await proxy(dialRequest(application))).status, 200);
  await own.kill();
  const refused = await parseAnswer(await proxy(dialRequest(application)));
  assert.deepEqual([refused.status, refused.type], [424, "not-placed"]);
  assert.equal(await received(), 1);
  const listing = new Request("https://ats.example/api/ninjahire/calls?page=1&size=1");
  assert.equal((await parseAnswer(await proxy(listing))).status, 200);
});

test("a failure before anything is sent is known not to ring", async () => {
  const apiKey = () => Promise.reject(new Error("no secrets today"));
  const store = memoryStore();
  const key = crypto.randomUUID();
  const answer = await parseAnswer(
    await proxyTo(mock, { store, apiKey })(dialRequest(application, key)),
  );
  assert.deepEqual([answer.status, answer.type], [424, "not-placed"]);
  assert.equal(await received(), 0);
  // It left no record, so a request of this decision with the key back is the first.
  assert.equal((await proxyTo(mock, { store })(dialRequest(application, key))).status, 200);
  assert.equal(await received(), 1);
});

test("a key that comes after the deadline is not used", async () => {
  const apiKey = () => pause(300, "late");
  const answer = await parseAnswer(
    await proxyTo(mock, { apiKey, timeoutMs: 100 })(dialRequest(application)),
  );
  assert.equal(answer.type, "not-placed");
  await pause(400);
  assert.equal(await received(), 0);
});

test("a request that is refused now, but was sent before, gets an unknown outcome", async () => {
  const store = memoryStore();
  const key = crypto.randomUUID();
  await proxyTo(mock, { store })(dialRequest(application, key));
  for (const authorize of [
    () => false,
    () => Promise.reject(new Error("no session")),
    () => new Response("sign in", { status: 401 }),
    () => new Promise(() => {}),
  ]) {
    const proxy = proxyTo(mock, { store, authorize, timeoutMs: 200 });
    isUnknown(await parseAnswer(await proxy(dialRequest(application, key))));
    // With another application the key was not used. A caller who may not dial must not learn that.
    assert.ok([401, 403, 502].includes((await proxy(dialRequest(another, key))).status));
  }
  assert.equal(await received(), 1);
});

test("a decision over the rate limit is refused for all its requests", async () => {
  const store = memoryStore();
  const proxy = proxyTo(mock, { store, rateLimit: { dials: { burst: 1, perMinute: 1 } } });
  const key = crypto.randomUUID();
  const first = await parseAnswer(await proxy(dialRequest(application, key)));
  // The same decision costs nothing, and never turns into a refusal.
  for (let i = 0; i < 5; i++) {
    assert.equal((await parseAnswer(await proxy(dialRequest(application, key)))).body, first.body);
  }
  const refused = crypto.randomUUID();
  assert.equal((await proxy(dialRequest(application, refused))).status, 429);
  assert.equal((await proxy(dialRequest(application, refused))).status, 429);
  assert.equal(await received(), 1);
});

test("a full memory store refuses new decisions and keeps the old ones", async () => {
  const store = memoryStore({ maxEntries: 2 });
  const proxy = proxyTo(mock, { store });
  const key = crypto.randomUUID();
  const first = await parseAnswer(await proxy(dialRequest(application, key)));
  await proxy(dialRequest(application));
  const refused = await parseAnswer(await proxy(dialRequest(application)));
  assert.deepEqual([refused.status, refused.type], [424, "not-placed"]);
  assert.equal((await parseAnswer(await proxy(dialRequest(application, key)))).body, first.body);
  assert.equal(await received(), 2);
});

test("a store contains neither the caller nor the key", async () => {
  const seen = [];
  const inner = memoryStore();
  const store = {
    get: (name) => inner.get(name),
    set: (name, value, ttl) => (seen.push(name, value), inner.set(name, value, ttl)),
    setIfAbsent: (name, value, ttl) => (
      seen.push(name, value),
      inner.setIfAbsent(name, value, ttl)
    ),
  };
  const key = crypto.randomUUID();
  const proxy = proxyTo(mock, {
    store,
    redialGuardMs: 1,
    rateLimit: {},
    authorize: () => ({ caller: "ann@example.com" }),
  });
  assert.equal((await proxy(dialRequest(application, key))).status, 200);
  assert.ok(seen.length >= 6);
  for (const secret of [key, "sk_test", mock.url]) assert.ok(!seen.join().includes(secret), secret);
});
