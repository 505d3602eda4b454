/** A faulty caller, clock or store must not affect others. */

import assert from "node:assert/strict";
import { beforeEach, mock as timers, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "./helpers/mock.mjs";
import { memoryStore } from "./helpers/package.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer, reportedErrors } from "./helpers/serve.mjs";

const mock = await startMock();
const [application, another] = mock.applications;
const received = async () => (await mock.counts()).instant_calls_received;

beforeEach(() => {
  reportedErrors.length = 0;
  return mock.reset();
});

/** A store that counts its entries by kind. */
function countingStore(inner = memoryStore()) {
  const kept = new Map();
  const count = (key) => {
    const [, kind] = key.split(":");
    kept.set(kind, (kept.get(kind) ?? 0) + 1);
  };
  return {
    kept,
    store: {
      ...inner,
      set: (key, value, ttl) => (count(key), inner.set(key, value, ttl)),
      setIfAbsent: (key, value, ttl) => (count(key), inner.setIfAbsent(key, value, ttl)),
    },
  };
}

const byHeader = (request) => ({ caller: request.headers.get("x-user") });
const dialAs = (user, key, id = application) => dialRequest(id, key, { "x-user": user });

test("many refused decisions store nothing, and others can dial", async () => {
  const { store, kept } = countingStore(memoryStore({ maxEntries: 50 }));
  const rateLimit = { dials: { burst: 2, perMinute: 1 } };
  const proxy = proxyTo(mock, { store, rateLimit, authorize: byHeader });
  const statuses = new Map();
  for (let n = 0; n < 500; n++) {
    const { status } = await parseAnswer(await proxy(dialAs("mallory")));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.deepEqual(
    [...statuses],
    [
      [200, 2],
      [429, 498],
    ],
  );
  // Reserved and kept, twice each.
  assert.equal(kept.get("decision"), 4);
  assert.equal((await proxy(dialAs("ann"))).status, 200);
  assert.equal(await received(), 3);
});

test("a known key is always answered from the store, before any limit", async () => {
  const rateLimit = { dials: { burst: 1, perMinute: 1 } };
  const proxy = proxyTo(mock, { rateLimit, authorize: byHeader });
  const key = crypto.randomUUID();
  const first = await parseAnswer(await proxy(dialAs("ann", key)));
  assert.equal(first.status, 200);
  assert.equal((await proxy(dialAs("ann"))).status, 429, "the limit is used up");
  for (let n = 0; n < 20; n++) {
    assert.equal((await parseAnswer(await proxy(dialAs("ann", key)))).body, first.body);
  }
  assert.equal(await received(), 1);
});

test("an unknown decision counts once, with any number of simultaneous copies", async () => {
  await mock.fault({ delay_ms: 100 }, { times: 0 });
  const proxy = proxyTo(mock, { rateLimit: { dials: { burst: 2, perMinute: 1 } } });
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => proxy(dialRequest(application, key))),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.equal((await proxy(dialRequest(application))).status, 200, "a token was left");
  assert.equal((await proxy(dialRequest(application))).status, 429);
  assert.equal(await received(), 2);
});

test("simultaneous copies that are refused get one refusal, and none of them rings", async () => {
  const store = memoryStore();
  const proxy = proxyTo(mock, { store, rateLimit: { dials: { burst: 1, perMinute: 1 } } });
  await proxy(dialRequest(application));
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => proxy(dialRequest(application, key)).then(parseAnswer)),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([429]));
  assert.equal(await received(), 1);
});

test('after one copy was answered with "no phone rings", a slower copy does not ring', async () => {
  let isFirst = true;
  const authorize = async () => {
    if (!isFirst) return false;
    isFirst = false;
    await pause(100);
    return true;
  };
  const proxy = proxyTo(mock, { authorize });
  const key = crypto.randomUUID();
  const slow = proxy(dialRequest(application, key));
  const refused = await parseAnswer(await proxy(dialRequest(application, key)));
  assert.equal(refused.status, 403);
  const answer = await parseAnswer(await slow);
  assert.deepEqual([answer.status, answer.type], [424, "not-placed"]);
  assert.equal(await received(), 0);
});

test("a dial whose browser has disconnected is not sent; a copy that still waits is", async () => {
  const gates = [];
  const authorize = () => new Promise((resolve) => gates.push(() => resolve(true)));
  const proxy = proxyTo(mock, { authorize });
  for (const hasCopy of [false, true]) {
    gates.length = 0;
    const key = crypto.randomUUID();
    const gone = new AbortController();
    const first = proxy(new Request(dialRequest(application, key), { signal: gone.signal }));
    const copy = hasCopy ? proxy(dialRequest(application, key)) : undefined;
    await pause(20);
    gone.abort();
    for (const open of gates) open();
    const answer = await parseAnswer(await first);
    assert.equal(answer.type, hasCopy ? undefined : "not-placed");
    if (copy) assert.equal((await copy).status, 200);
  }
  assert.equal(await received(), 1);
});

test("the memory store keeps live entries, and removes expired ones with each write", async () => {
  let now = 1_000;
  const clock = timers.method(performance, "now", () => now);
  try {
    const store = memoryStore({ maxEntries: 1_000 });
    for (let n = 0; n < 1_000; n++) store.set(`short-${n}`, "x", 5_000);
    assert.throws(() => store.set("one more", "x", 5_000), /full/);
    assert.throws(() => store.setIfAbsent("one more", "x", 5_000), /full/);
    store.set("short-1", "again", 5_000);
    assert.equal(store.get("short-0"), "x", "nothing was forgotten");
    now += 6_000;
    for (let n = 0; n < 1_000; n++) store.set(`long-${n}`, "x", 86_400_000);
    assert.throws(() => store.set("one more", "x", 5_000), /full/);
    now += 3_600_000;
    assert.equal(store.get("long-999"), "x");
    now += 86_400_000;
    store.set("one more", "x", 5_000);
    assert.equal(store.get("long-999"), undefined);
  } finally {
    clock.mock.restore();
  }
});

test("a write to the memory store takes constant time, with any number of expired entries", () => {
  let now = 1_000;
  const clock = timers.method(performance, "now", () => now);
  try {
    let steps = 0;
    const counted = new Proxy(Map.prototype.get, {
      apply: (get, self, args) => (steps++, Reflect.apply(get, self, args)),
    });
    const store = memoryStore({ maxEntries: 200_000 });
    for (let n = 0; n < 100_000; n++) store.set(`old-${n}`, "x", 1_000 + n);
    now += 1_000_000;
    const perWrite = [];
    const spy = timers.method(Map.prototype, "get", function (key) {
      return Reflect.apply(counted, this, [key]);
    });
    for (let n = 0; n < 1_000; n++) {
      steps = 0;
      store.set(`new-${n}`, "x", 60_000);
      perWrite.push(steps);
    }
    spy.mock.restore();
    assert.ok(Math.max(...perWrite) < 100, String(Math.max(...perWrite)));
  } finally {
    clock.mock.restore();
  }
});

test("setting the clock locks no caller out, and lets no decision ring twice", async () => {
  const { get, set, setIfAbsent } = memoryStore();
  for (const store of [memoryStore(), { get, set, setIfAbsent }]) {
    const rateLimit = { dials: { burst: 2, perMinute: 600 }, reads: { burst: 2, perMinute: 600 } };
    const proxy = proxyTo(mock, { store, rateLimit });
    const key = crypto.randomUUID();
    const first = await parseAnswer(await proxy(dialRequest(application, key)));
    await parseAnswer(await proxy(requestFor("/calls")));
    const real = Date.now;
    for (const shiftMs of [-3_600_000, 3_600_000, -86_400_000 * 365]) {
      const clock = timers.method(Date, "now", () => real() + shiftMs);
      try {
        await pause(150);
        // The first one after the change may find the bucket empty, for no longer than one token takes.
        await parseAnswer(await proxy(requestFor("/calls")));
        await proxy(dialRequest(application));
        await pause(150);
        assert.equal(
          (await parseAnswer(await proxy(requestFor("/calls")))).status,
          200,
          String(shiftMs),
        );
        assert.equal((await proxy(dialRequest(application))).status, 200, String(shiftMs));
        assert.equal(
          (await parseAnswer(await proxy(dialRequest(application, key)))).body,
          first.body,
        );
      } finally {
        clock.mock.restore();
      }
    }
  }
});

test("a dial that the API refused releases only the guard that it has set", async () => {
  const store = memoryStore();
  const proxy = proxyTo(mock, { store, redialGuardMs: 300 });
  const [one] = mock.applications.slice(50);
  // The first takes longer than its guard lasts. By then the second has set another one.
  await mock.fault({ status: 404, delay_ms: 450 });
  const slow = proxy(dialRequest(one));
  await pause(380);
  assert.equal((await proxy(dialRequest(one))).status, 200);
  assert.equal((await slow).status, 404);
  assert.equal((await proxy(dialRequest(one))).status, 409, "the second's guard still stands");
  assert.equal(await received(), 2);
});

test("a dial that was refused before sending leaves no guard", async () => {
  const inner = memoryStore();
  let fails = true;
  const store = {
    ...inner,
    setIfAbsent: (key, ...rest) => {
      if (fails && key.includes("decision")) throw new Error("down");
      return inner.setIfAbsent(key, ...rest);
    },
  };
  const proxy = proxyTo(mock, { store, redialGuardMs: 60_000 });
  assert.equal((await parseAnswer(await proxy(dialRequest(another)))).type, "not-placed");
  fails = false;
  assert.equal((await proxy(dialRequest(another))).status, 200);
  assert.equal((await proxy(dialRequest(another))).status, 409);
  assert.equal(await received(), 1);
});

test("no operation of the store takes longer than its deadline", async () => {
  for (const name of ["get", "setIfAbsent", "takeToken", "set", "removeIf"]) {
    const store = { ...memoryStore(), [name]: () => new Promise(() => {}) };
    const proxy = proxyTo(mock, {
      store,
      storeTimeoutMs: 100,
      rateLimit: {},
      redialGuardMs: 1_000,
    });
    await mock.fault({ status: 404 }, { match: { method: "POST" } });
    const started = performance.now();
    const [dialled, listed] = await Promise.all([
      proxy(dialRequest(mock.applications[60])).then(parseAnswer),
      proxy(requestFor("/calls?page=1&size=1")).then(parseAnswer),
    ]);
    assert.ok(performance.now() - started < 1_500, name);
    assert.ok([404, 424].includes(dialled.status), `${name}: ${dialled.status}`);
    assert.equal(listed.status, 200, name);
    await mock.reset();
  }
});

test("while the store is down, only the first read waits for it", async () => {
  const store = { ...memoryStore(), takeToken: () => new Promise(() => {}) };
  const proxy = proxyTo(mock, { store, storeTimeoutMs: 1_000, rateLimit: {} });
  await parseAnswer(await proxy(requestFor("/calls?page=1&size=1")));
  const started = performance.now();
  for (let n = 0; n < 10; n++) {
    assert.equal((await parseAnswer(await proxy(requestFor("/calls?page=1&size=1")))).status, 200);
  }
  assert.ok(performance.now() - started < 5_000);
});

test("where the store fails after a dial, its copy gets an unknown outcome", async () => {
  const inner = memoryStore();
  let isDown = false;
  const fail = () => {
    if (isDown) throw new Error("down");
  };
  const store = {
    get: (key) => (fail(), inner.get(key)),
    set: (key, ...rest) => (fail(), inner.set(key, ...rest)),
    setIfAbsent: (key, ...rest) => (fail(), inner.setIfAbsent(key, ...rest)),
  };
  let may = true;
  const proxy = proxyTo(mock, { store, authorize: () => may });
  const key = crypto.randomUUID();
  await proxy(dialRequest(application, key));
  isDown = true;
  assert.equal(
    (await parseAnswer(await proxy(dialRequest(application, key)))).type,
    "dial-outcome-unknown",
  );
  may = false;
  assert.equal(
    (await parseAnswer(await proxy(dialRequest(application, key)))).type,
    "dial-outcome-unknown",
  );
  assert.equal((await parseAnswer(await proxy(dialRequest(application)))).type, "forbidden");
  assert.equal(await received(), 1);
});
