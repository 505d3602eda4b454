// The redial guard when clocks are set, locks hang and tabs race. The tests count the requests at a real
// server.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";
import { openTab, startClocks, startLocks, startStorage } from "./page.mjs";

const mock = await startMock("--call-seconds", "0.3", "--assess-seconds", "0.1");
let next = 20;
const untouched = () => mock.applications[next++];
beforeEach(() => mock.reset());

const HOUR = 3_600_000;
const guarded = { redialGuardMs: 60_000 };
const received = async () => (await mock.counts()).instant_calls_received;
const fault = (action, rest) => mock.fault(action, { match: { method: "POST" }, ...rest });
/** A client of another tab. */
const clientIn = (tab, options) =>
  new tab.NinjaHireClient({ baseUrl: mock.url, apiKey: "test-key", ...guarded, ...options });
const keyOf = (application) => `ninjahire-calls:dial:${application}`;

for (const setBy of [HOUR, 30_000, -30_000, -HOUR, -50 * 365 * 24 * HOUR]) {
  test(`a clock set by ${setBy} ms neither shortens nor lengthens the guard in its page`, async (t) => {
    const clocks = startClocks(t);
    const client = clientOf(mock, guarded);
    const application = untouched();
    await client.initiateInstantCall(application);
    clocks.setBy = setBy;
    clocks.passed = 55_000;
    const error = await rejection(client.initiateInstantCall(application));
    assert.ok(error instanceof nh.RedialGuardError, `${error}`);
    assert.ok(error.remainingMs > 0 && error.remainingMs <= 5_000, `${error.remainingMs}`);
    assert.equal(await received(), 1);
    clocks.passed = 60_001;
    await client.initiateInstantCall(application);
    assert.equal(await received(), 2);
  });
}

test("in a tab that was already open, setting the clock does not change the guard", async (t) => {
  startStorage(t);
  const clocks = startClocks(t);
  const tab = await openTab();
  for (const setBy of [HOUR, -HOUR]) {
    await mock.reset();
    clocks.setBy = clocks.passed = 0;
    const application = untouched();
    await clientOf(mock, guarded).initiateInstantCall(application);
    clocks.setBy = setBy;
    clocks.passed = 55_000;
    const error = await rejection(clientIn(tab).initiateInstantCall(application));
    assert.equal(error.code, "redial_guard", `${error}`);
    clocks.passed = 60_001;
    await clientIn(tab).initiateInstantCall(application);
    assert.equal(await received(), 2);
  }
});

test("after the clock was set back, reloads do not extend the guard", async (t) => {
  const entries = startStorage(t);
  const clocks = startClocks(t);
  const application = untouched();
  const at = Date.now() + HOUR;
  entries.set(keyOf(application), `${at}/${at} 00000000-0000-4000-8000-000000000000 c-1`);
  const first = await openTab();
  const error = await rejection(clientIn(first).initiateInstantCall(application));
  assert.equal(error.code, "redial_guard");
  assert.equal(error.callId, "c-1");
  assert.ok(error.remainingMs <= 60_000, `${error.remainingMs}`);
  clocks.passed = 55_000;
  const reloaded = await openTab();
  const again = await rejection(clientIn(reloaded).initiateInstantCall(application));
  assert.ok(again.remainingMs <= 5_000, `${again.remainingMs}`);
  clocks.passed = 61_000;
  await clientIn(reloaded).initiateInstantCall(application);
  assert.equal(await received(), 1);
});

test("a record of version 0.1 guards as it did", async (t) => {
  const entries = startStorage(t);
  const application = untouched();
  entries.set(keyOf(application), `${Date.now()} 00000000-0000-4000-8000-000000000000 c-1`);
  const error = await rejection(clientIn(await openTab()).initiateInstantCall(application));
  assert.equal(error.code, "redial_guard");
  assert.equal(error.callId, "c-1");
});

for (const setBy of [HOUR, -HOUR]) {
  test(`an answer that arrived is kept, though the clock was set by ${setBy} ms on its way`, async (t) => {
    const clocks = startClocks(t);
    const client = clientOf(mock, guarded);
    const application = untouched();
    await fault({ pace: { bytes: 20, every_ms: 20 }, delay_ms: 100 });
    const call = client.initiateInstantCall(application);
    await until(async () => (await received()) === 1);
    clocks.setBy = setBy;
    assert.ok((await call).call_id);
    assert.equal((await rejection(client.initiateInstantCall(application))).code, "redial_guard");

    await mock.fault({ pace: { bytes: 500, every_ms: 10 } }, { match: { method: "GET" } });
    const listing = client.listScreeningResults();
    await sleep(50);
    clocks.setBy = 0;
    assert.equal((await listing).data.length, 10);
    assert.equal(await received(), 1);
  });
}

test("a dial is not sent where the token arrives after the deadline", async (t) => {
  const clocks = startClocks(t);
  // The machine sleeps while the token is pending, which only the wall clock shows.
  const token = async () => ((clocks.setBy = 8 * HOUR), "token");
  const client = clientOf(mock, { apiKey: undefined, token });
  const error = await rejection(client.initiateInstantCall(untouched()));
  assert.ok(error instanceof nh.DeadlineError, `${error}`);
  assert.equal(await received(), 0);
});

test("where locks hang, a dial is sent if the records of other tabs can be read", async (t) => {
  startStorage(t);
  startLocks(t, () => new Promise(() => {}));
  const call = await clientOf(mock, guarded).initiateInstantCall(untouched());
  assert.ok(call.call_id);
  assert.equal(await received(), 1);
});

test("where locks hang and the records of other tabs cannot be read, nothing is sent", async (t) => {
  const denied = () => {
    throw new DOMException("denied", "SecurityError");
  };
  startStorage(t, { getItem: denied, setItem: denied, removeItem: denied });
  startLocks(t, () => new Promise(() => {}));
  const client = clientOf(mock, guarded);
  const application = untouched();
  const error = await rejection(client.initiateInstantCall(application));
  assert.ok(error instanceof nh.DialPendingError, `${error}`);
  assert.equal(await received(), 0);
});

test("a dial of another tab while the locks hang is seen", async (t) => {
  const entries = startStorage(t);
  startLocks(t, () => new Promise(() => {}));
  const application = untouched();
  const call = clientOf(mock, guarded).initiateInstantCall(application);
  await sleep(300);
  const at = Date.now();
  entries.set(keyOf(application), `${at}/${at} 00000000-0000-4000-8000-000000000000 c-1`);
  const error = await rejection(call);
  assert.equal(error.code, "redial_guard", `${error}`);
  assert.equal(await received(), 0);
});

test("a lock that is granted too late is released at once", async (t) => {
  startStorage(t);
  let grant;
  startLocks(t, (name, options, callback) => {
    grant = () => callback({ name });
    return new Promise(() => {});
  });
  await clientOf(mock).initiateInstantCall(untouched());
  const held = grant();
  assert.ok(!(held instanceof Promise), `${held}`);
});

test("a lock that is never released does not make a placed call unknown", async (t) => {
  startLocks(t, (name, options, callback) => (void callback({ name }), new Promise(() => {})));
  const application = untouched();
  const client = clientOf(mock);
  assert.ok((await client.initiateInstantCall(application)).call_id);
  // Nor where the deadline passes, or a caller aborts, during that wait.
  const giveUp = new AbortController();
  const first = client.initiateInstantCall(application, { signal: giveUp.signal });
  const second = client.initiateInstantCall(application, { timeoutMs: 400 });
  await until(async () => (await mock.log()).at(-1).outcome === "sent" && (await received()) === 2);
  await sleep(200);
  giveUp.abort("enough");
  assert.equal((await first).call_id, (await second).call_id);
  assert.equal(await received(), 2);
});

test("without locks, of two tabs that dial at the same time one rings", async (t) => {
  startStorage(t);
  const tab = await openTab();
  const application = untouched();
  const slowly = (ms) => ({ apiKey: undefined, token: () => sleep(ms).then(() => "token") });
  const outcomes = await Promise.allSettled([
    clientOf(mock, { ...guarded, ...slowly(100) }).initiateInstantCall(application),
    clientIn(tab, slowly(150)).initiateInstantCall(application),
  ]);
  assert.deepEqual(
    outcomes.map(({ value, reason }) => reason?.code ?? typeof value.call_id),
    ["string", "redial_guard"],
  );
  assert.equal(await received(), 1);
});

test("with locks, a second tab is refused while the first one dials, whatever the id's case", async (t) => {
  startStorage(t);
  startLocks(t);
  const tab = await openTab();
  const application = untouched();
  await fault({ delay_ms: 500 });
  const call = clientOf(mock, guarded).initiateInstantCall(application);
  await until(async () => (await received()) === 1);
  const error = await rejection(clientIn(tab).initiateInstantCall(application.toUpperCase()));
  assert.equal(error.code, "dial_pending", `${error}`);
  await call;
  const later = await rejection(clientIn(tab).initiateInstantCall(application.toUpperCase()));
  assert.equal(later.code, "redial_guard", `${later}`);
  assert.equal(await received(), 1);
});

test("two spellings of a UUID at the same time share one request; other ids keep their case", async () => {
  const client = clientOf(mock);
  const application = untouched();
  await fault({ delay_ms: 300 });
  const calls = [application, application.toUpperCase()].map((id) =>
    client.initiateInstantCall(id),
  );
  const [one, other] = await Promise.all(calls);
  assert.equal(one.call_id, other.call_id);
  assert.equal(await received(), 1);
  await mock.reset();
  await fault({ delay_ms: 200, status: 404 }, { times: 0 });
  await Promise.allSettled(["abc", "ABC"].map((id) => client.initiateInstantCall(id)));
  assert.equal((await mock.log()).length, 2);
});

test("a refused dial removes its guard, and neither an earlier one nor that of another tab", async (t) => {
  const entries = startStorage(t);
  const client = clientOf(mock, guarded);
  const application = untouched();
  await client.initiateInstantCall(application);
  const { redialToken } = await rejection(client.initiateInstantCall(application));
  const before = entries.get(keyOf(application));
  for (const status of [403, 409, 421, 424, 429]) {
    await fault({ status });
    await rejection(client.initiateInstantCall(application, { redial: redialToken }));
    assert.equal(entries.get(keyOf(application)), before, `${status}`);
    assert.equal(
      (await rejection(client.initiateInstantCall(application))).redialToken,
      redialToken,
    );
  }

  const other = untouched();
  await fault({ status: 424, delay_ms: 300 });
  const refused = client.initiateInstantCall(other);
  await until(async () => entries.has(keyOf(other)));
  const at = Date.now();
  const theirs = `${at}/${at} 00000000-0000-4000-8000-000000000000 c-1`;
  entries.set(keyOf(other), theirs);
  assert.equal((await rejection(refused)).status, 424);
  assert.equal(entries.get(keyOf(other)), theirs);
  assert.equal((await rejection(client.initiateInstantCall(other))).code, "redial_guard");

  const third = untouched();
  await fault({ status: 424 });
  await rejection(client.initiateInstantCall(third));
  assert.equal(entries.has(keyOf(third)), false);
  assert.ok((await client.initiateInstantCall(third)).call_id);
});

test("a dial that gets no second token removes its guard", async () => {
  let asked = 0;
  const token = async () => {
    if (++asked === 2) throw new Error("signed out");
    return "token";
  };
  const client = clientOf(mock, { ...guarded, apiKey: undefined, token, idempotencyKey: false });
  const application = untouched();
  await fault({ status: 401 });
  assert.equal((await rejection(client.initiateInstantCall(application))).code, "authentication");
  assert.ok((await client.initiateInstantCall(application)).call_id);
});
