/** Each event is handled once, and only with a valid signature. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { memoryStore, postgresStore, postgresTable } from "../proxy/helpers/package.mjs";
import { connectPostgres, startPostgres } from "../proxy/helpers/postgres.mjs";
import { connectRedis, startRedis } from "../proxy/helpers/redis.mjs";
import {
  createWebhookHandler,
  delivery,
  hmac,
  listening,
  outcome,
  secret,
} from "./helpers/webhooks.mjs";

const bodyOf = (id = crypto.randomUUID()) => JSON.stringify({ call_id: id, call_score: 50 });

const redis = await connectRedis((await startRedis()).path);
const pool = connectPostgres((await startPostgres()).settings);
await pool.query(postgresTable());
const shared = {
  memory: memoryStore(),
  Redis: redis.store,
  PostgreSQL: postgresStore((text, values) => pool.query(text, values)),
};

for (const [name, store] of Object.entries(shared)) {
  describe(`with events kept in ${name}`, () => {
    test("an event is handled once, with any number and form of deliveries", async () => {
      const { handler, events } = listening({ store });
      const body = bodyOf("c-1" + name);
      assert.deepEqual(await outcome(await handler(delivery(body))), [200, "handled"]);
      const later = String(Math.floor(Date.now() / 1_000) + 100);
      for (const again of [
        delivery(body),
        delivery(body, { headers: { "x-ninjahire-timestamp": later } }),
        delivery(body, {
          headers: { "x-ninjahire-signature": `sha256=${hmac(body).toUpperCase()}` },
        }),
        delivery(JSON.stringify(JSON.parse(body), null, 1), { signed: body }),
        delivery(body, { method: "PUT" }),
      ]) {
        assert.deepEqual(await outcome(await handler(again)), [200, "duplicate"]);
      }
      assert.deepEqual(
        events.map(({ call }) => call.call_id),
        ["c-1" + name],
      );
    });

    test("of twenty simultaneous deliveries at several servers, one is handled and all are answered with 2xx", async () => {
      let calls = 0;
      const onCall = async () => {
        calls++;
        await pause(150);
      };
      const body = bodyOf();
      const answers = await Promise.all(
        Array.from({ length: 20 }, async () =>
          outcome(await listening({ store, onCall }).handler(delivery(body))),
        ),
      );
      assert.equal(calls, 1);
      assert.deepEqual(answers.sort(), [...Array(19).fill([200, "duplicate"]), [200, "handled"]]);
    });

    test("a failed event is answered with 5xx and handled at the next delivery", async () => {
      let calls = 0;
      const onCall = () => {
        if (++calls < 3) throw new Error("database");
      };
      const { handler, errors } = listening({ store, onCall });
      const body = bodyOf();
      const first = await handler(delivery(body));
      assert.equal(first.headers.get("retry-after"), "30");
      assert.deepEqual(await outcome(first), [500, "failed"]);
      assert.deepEqual(await outcome(await handler(delivery(body))), [500, "failed"]);
      assert.deepEqual(await outcome(await handler(delivery(body))), [200, "handled"]);
      assert.deepEqual(await outcome(await handler(delivery(body))), [200, "duplicate"]);
      assert.equal(calls, 3);
      assert.match(String(errors[0]), /database/);
    });

    test("a delivery that has waited for a failed one is handled", async () => {
      let calls = 0;
      const onCall = async () => {
        calls++;
        await pause(100);
        if (calls === 1) throw new Error("once");
      };
      const { handler } = listening({ store, onCall });
      const body = bodyOf();
      const first = handler(delivery(body));
      await pause(30);
      const second = handler(delivery(body));
      assert.deepEqual(await outcome(await first), [500, "failed"]);
      assert.deepEqual(await outcome(await second), [200, "handled"]);
      assert.equal(calls, 2);
    });

    test("a lease is kept while onCall runs, and ends with its process", async () => {
      let calls = 0;
      const slow = async () => {
        calls++;
        await pause(700);
      };
      const { handler } = listening({ store, onCall: slow, leaseMs: 200 });
      const body = bodyOf();
      const first = handler(delivery(body));
      await pause(450);
      const second = handler(delivery(body));
      assert.deepEqual(await outcome(await first), [200, "handled"]);
      assert.deepEqual(await outcome(await second), [200, "duplicate"]);
      assert.equal(calls, 1);
    });
  });
}

test("the lease of a process that has stopped expires", async () => {
  const inner = memoryStore();
  let isDead = false;
  // From then on, nothing of the process reaches the store.
  const dying = {
    get: (key) => (isDead ? new Promise(() => {}) : inner.get(key)),
    set: (key, ...rest) => (isDead ? new Promise(() => {}) : inner.set(key, ...rest)),
    setIfAbsent: (key, ...rest) => inner.setIfAbsent(key, ...rest),
  };
  const body = bodyOf();
  const hangs = () => new Promise(() => {});
  void listening({
    store: dying,
    onCall: hangs,
    leaseMs: 300,
    storeTimeoutMs: 50,
    timeoutMs: 2_000,
  }).handler(delivery(body));
  await pause(50);
  isDead = true;
  const { handler, events } = listening({ store: inner });
  assert.deepEqual(await outcome(await handler(delivery(body))), [200, "handled"]);
  assert.equal(events.length, 1);
});

test("an onCall that hangs fails after its deadline, and the next delivery is handled", async () => {
  let calls = 0;
  const onCall = () => (++calls === 1 ? new Promise(() => {}) : undefined);
  const { handler } = listening({ onCall, timeoutMs: 100 });
  const body = bodyOf();
  assert.deepEqual(await outcome(await handler(delivery(body))), [500, "failed"]);
  assert.deepEqual(await outcome(await handler(delivery(body))), [200, "handled"]);
});

test("a failing store is a 503 before onCall, and is ignored after it", async () => {
  const down = () => Promise.reject(new Error("down"));
  for (const failing of [
    { setIfAbsent: down },
    { setIfAbsent: () => new Promise(() => {}) },
    {
      setIfAbsent: () => {
        throw new Error("synchronously");
      },
    },
    { setIfAbsent: () => false, get: down },
  ]) {
    const { handler, events } = listening({
      store: { ...memoryStore(), ...failing },
      storeTimeoutMs: 50,
    });
    const response = await handler(delivery(bodyOf()));
    assert.equal(response.headers.get("retry-after"), "30");
    assert.deepEqual(await outcome(response), [503, "store"]);
    assert.equal(events.length, 0);
  }
  const { handler, events, errors } = listening({ store: { ...memoryStore(), set: down } });
  assert.deepEqual(await outcome(await handler(delivery(bodyOf()))), [200, "handled"]);
  assert.deepEqual([events.length, errors.length], [1, 1]);
});

test("events are remembered for thirty days, or for rememberMs", async () => {
  for (const [rememberMs, kept] of [
    [undefined, 30 * 86_400_000],
    [60_000, 60_000],
  ]) {
    const ttls = [];
    const inner = memoryStore();
    const store = {
      ...inner,
      set: (key, value, ttl) => (ttls.push([value, ttl]), inner.set(key, value, ttl)),
    };
    await listening({ store, rememberMs }).handler(delivery(bodyOf()));
    assert.deepEqual(ttls, [["done", kept]]);
  }
});

test("POST, PUT and PATCH are accepted, other methods are not", async () => {
  const { handler, events } = listening();
  for (const method of ["POST", "PUT", "PATCH"]) {
    assert.equal((await handler(delivery(bodyOf(), { method }))).status, 200);
  }
  for (const method of ["GET", "HEAD", "DELETE", "OPTIONS"]) {
    const response = await handler(new Request("https://ats.example/", { method }));
    assert.deepEqual([response.status, response.headers.get("allow")], [405, "POST, PUT, PATCH"]);
  }
  assert.equal(events.length, 3);
});

test("an invalid webhook is refused with its code, and onCall is not called", async () => {
  const { handler, events, errors } = listening({ maxBytes: 1_000 });
  const body = bodyOf();
  for (const [request, status, code] of [
    [delivery(body, { signed: "other" }), 401, "signature_mismatch"],
    [delivery(body, { headers: { "x-ninjahire-signature": undefined } }), 401, "signature_missing"],
    [delivery(body, { headers: { "x-ninjahire-signature": "x" } }), 401, "signature_malformed"],
    [delivery(body, { headers: { "x-ninjahire-timestamp": undefined } }), 401, "timestamp_missing"],
    [delivery(body, { headers: { "x-ninjahire-timestamp": "x" } }), 401, "timestamp_malformed"],
    [delivery(body, { headers: { "x-ninjahire-timestamp": "1" } }), 401, "timestamp_not_fresh"],
    [delivery("[]"), 400, "body_unreadable"],
    [delivery("x".repeat(1_001)), 413, "body_too_large"],
  ]) {
    assert.deepEqual(await outcome(await handler(request)), [status, code]);
    assert.equal(errors.pop().code, code);
  }
  assert.equal(events.length, 0);
});

test("a body without end is refused at the limit", async () => {
  const { handler } = listening({ maxBytes: 10_000 });
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1_000;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  const headers = { "x-ninjahire-signature": hmac(""), "x-ninjahire-timestamp": "1" };
  const request = new Request("https://a.example/", {
    method: "POST",
    body: endless,
    headers,
    duplex: "half",
  });
  assert.deepEqual(await outcome(await handler(request)), [413, "body_too_large"]);
  assert.ok(sent < 20_000, String(sent));
});

test("onCall runs in waitUntil, and no exception escapes", async () => {
  const waiting = [];
  const { handler } = listening({ onCall: () => Promise.reject(new Error("x")) });
  await handler(delivery(bodyOf()), { waitUntil: (work) => void waiting.push(work) });
  assert.equal(waiting.length, 1);
  await Promise.all(waiting);
  for (const onError of [
    () => {
      throw new Error("onError");
    },
    () => Promise.reject(new Error("onError")),
  ]) {
    const { status } = await listening({ onError }).handler(delivery("[]"));
    assert.equal(status, 400);
  }
  const context = {
    waitUntil: () => {
      throw new Error("waitUntil");
    },
  };
  assert.equal((await listening().handler(delivery(bodyOf()), context)).status, 200);
  assert.equal((await listening().handler({})).status, 405);
});

test("construction names missing options", () => {
  const onCall = () => {};
  for (const [options, message] of [
    [{ onCall }, /secret is missing/],
    [{ onCall, secret: "" }, /secret is missing/],
    [{ secret }, /onCall is required/],
    [{ secret, onCall, toleranceMs: -1 }, /toleranceMs/],
    [{ secret, onCall, toleranceMs: "soon" }, /toleranceMs/],
    [{ secret, onCall, leaseMs: 0 }, /leaseMs/],
    [{ secret, onCall, rememberMs: 0 }, /rememberMs/],
  ]) {
    assert.throws(
      () => createWebhookHandler(options),
      (error) => error instanceof TypeError && message.test(error.message),
    );
  }
});
