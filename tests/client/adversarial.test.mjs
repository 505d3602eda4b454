// Hostile servers, platforms and callers. In every case a call settles, other calls go on, and a phone
// rings at most once.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";
import { openTab, replace, startClocks, startLocks, startStorage } from "./page.mjs";

const mock = await startMock("--call-seconds", "0.3", "--assess-seconds", "0.1");
const ended = mock.calls.find(({ call_status }) => call_status === "call_completed").call_id;
const quick = { minIntervalMs: 30, maxIntervalMs: 60, staleAfterMs: 5_000 };
let next = 20;
const untouched = () => mock.applications[next++];
before(() => nh.init());
beforeEach(() => mock.reset());

const guarded = { redialGuardMs: 60_000 };
const received = async () => (await mock.counts()).instant_calls_received;
const dialFault = (action, rest) => mock.fault(action, { match: { method: "POST" }, ...rest });
const json = (body) => async () =>
  new Response(body, { headers: { "content-type": "application/json" } });
/** A client whose `fetch` returns this. */
const fed = (fetch, options) => clientOf(mock, { fetch, retries: 0, ...options });

/** Fails on an unhandled rejection. */
const lost = [];
process.on("unhandledRejection", (reason) => lost.push(reason));
const nothingIsLost = async () => {
  await sleep(20);
  assert.deepEqual(lost.splice(0), []);
};

/** The processor time that a function takes, in milliseconds. It does not depend on other work. */
async function timed(act) {
  const start = process.cpuUsage();
  const value = await act();
  const { user, system } = process.cpuUsage(start);
  return [value, (user + system) / 1_000];
}

// Bodies

const rows = (count, row = "{}") =>
  `{"count":${count},"data":[${Array(count).fill(row).join(",")}]}`;

test("body: two million rows are a DecodeError that names the bound, in a second", async () => {
  const client = fed(json(rows(2_000_000)));
  const [error, ms] = await timed(() => rejection(client.listScreeningResults()));
  assert.ok(error instanceof nh.DecodeError, `${error}`);
  assert.deepEqual(
    [error.path, error.expected, error.found],
    ["data", "at most 10000 rows", "2000000 rows"],
  );
  assert.ok(ms < 2_000, `${ms} ms`);
});

test("body: sixty megabytes of rows are a DecodeError, and the instance lives", async () => {
  const many = rows(20_000_000, "0");
  const other = clientOf(mock).getCallDetails(ended);
  const error = await rejection(fed(json(many)).listScreeningResults());
  assert.ok(error instanceof nh.DecodeError, `${error}`);
  assert.match(error.message, /at most 10000 rows, found 20000000 rows/);
  assert.equal((await other).call_id, ended);
  assert.throws(() => nh.decode.screeningResults(many), { code: "decode", path: "data" });
  assert.equal(nh.parseTranscript("BOT: Hi.").length, 1);
});

test("body: ten thousand rows are a page, and one more is not", async () => {
  const page = await fed(json(rows(10_000))).listScreeningResults();
  assert.equal(page.data.length, 10_000);
  assert.equal((await rejection(fed(json(rows(10_001))).listScreeningResults())).code, "decode");
});

test("body: ten thousand invalid rows are ten thousand issues and no error", async () => {
  const page = await fed(json(rows(10_000, '"no"'))).listScreeningResults();
  assert.equal(page.decode_issues.length, 10_000);
  assert.equal(page.data[9_999].call_id, null);
});

test("body: one that is too long is an error with the limit in bytes", async () => {
  const client = fed(json(rows(1_000)), { maxResponseBytes: 2_000 });
  const error = await rejection(client.listScreeningResults());
  assert.ok(error instanceof nh.DecodeError, `${error}`);
  assert.match(error.message, /2000 bytes \(`maxResponseBytes`\)/);
});

test("body: one that never ends is ended by the deadline", async () => {
  const silent = async () =>
    new Response(
      new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) }),
    );
  const client = fed(silent, { timeoutMs: 300 });
  assert.ok((await rejection(client.getCallDetails("c"))) instanceof nh.DeadlineError);
});

test("body: hundreds of thousands of unknown fields stop neither a watch nor other calls", async () => {
  const fields = Array.from({ length: 300_000 }, (_, index) => `"f${index}":${index}`).join(",");
  const body = `{"call_id":"c","call_status":"call_completed",${fields}}`;
  const [updates, ms] = await timed(async () => {
    const seen = [];
    for await (const update of fed(json(body)).watchCall("c", quick)) seen.push(update);
    return seen;
  });
  assert.equal(updates.length, 1);
  assert.equal(updates[0].call.f299999, 299_999);
  assert.ok(ms < 5_000, `${ms} ms`);
});

test("body: a hundred thousand levels do not end the instance", async () => {
  const deep = (open, close) => open.repeat(100_000) + close.repeat(100_000);
  for (const value of [deep("[", "]"), deep('{"a":', "") + "1" + "}".repeat(100_000)]) {
    const body = `{"call_id":"c","call_status":"call_completed","x":${value},"call_summary":${value}}`;
    const outcome = await fed(json(body))
      .getCallDetails("c")
      .catch((error) => error);
    assert.ok(outcome.call_id === "c" || outcome.code === "decode", `${outcome}`);
  }
  assert.equal((await clientOf(mock).getCallDetails(ended)).call_id, ended);
});

test("body: `__proto__` and similar names are ordinary fields", async () => {
  const body =
    '{"call_id":"c","__proto__":{"polluted":1},"constructor":2,"toString":3,"then":4,"hasOwnProperty":5}';
  const call = await fed(json(body)).getCallDetails("c");
  assert.equal({}.polluted, undefined);
  assert.equal(call.constructor, 2);
  assert.equal(call.then, 4);
  assert.deepEqual(structuredClone(call).toString, 3);
});

test("body: a `then` that is text does not make a page or an update a promise", async () => {
  const call = '{"call_id":"c","call_status":"call_completed","then":"x"}';
  for await (const update of fed(json(call)).watchCall("c", quick))
    assert.equal(update.call.then, "x");
  const page = await fed(json(`{"then":"x","data":[${call}]}`)).listScreeningResults();
  assert.equal(page.then, "x");
});

test("body: impossible counts are null and reported", async () => {
  for (const count of ["-1", "1.5", "1e999", '"10"', "[]", "{}", "true"]) {
    const page = await fed(json(`{"data":[],"count":${count}}`)).listScreeningResults();
    assert.equal(page.count, null, count);
    assert.equal(page.decode_issues[0].path, "count");
  }
});

test("body: a listing with too high a count ends with its pages", async () => {
  const body = '{"count":9007199254740991,"data":[]}';
  let pages = 0;
  for await (const _ of fed(json(body)).screeningResults().pages()) pages += 1;
  assert.equal(pages, 1);
});

test("body: of ten simultaneous calls, nine go on where one gets a bad answer", async () => {
  const bad = [
    rows(2_000_000),
    "[".repeat(200_000),
    "null",
    "{",
    "\u0000",
    "{}",
    '"',
    "[]",
    '{"call_id":1}',
  ];
  for (const body of bad) {
    let asked = 0;
    const fetch = (request) => (++asked === 4 ? json(body)() : globalThis.fetch(request));
    const client = clientOf(mock, { fetch });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => client.getCallDetails(ended)),
    );
    const failed = outcomes.filter(({ status }) => status === "rejected");
    assert.equal(failed.length, 1, body.slice(0, 20));
    assert.equal(failed[0].reason.code, "decode");
  }
});

test("body: a bad answer to one watch does not end the watch of another call", async () => {
  const fetch = (request) =>
    request.url.endsWith("/bad") ? json("[".repeat(500_000))() : globalThis.fetch(request);
  const client = clientOf(mock, { fetch });
  const [bad, good] = await Promise.allSettled([
    client.waitForCall("bad", quick),
    client.waitForCall(ended, quick),
  ]);
  assert.equal(bad.reason.code, "decode");
  assert.equal(good.value.call_id, ended);
});

test("body: chunks that are no bytes, or that tear characters apart", async () => {
  const streamed =
    (...chunks) =>
    async () => {
      const stream = new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk);
          controller.close();
        },
      });
      const response = new Response();
      replace(response, "body", { value: stream });
      return response;
    };
  const bytes = new TextEncoder().encode('{"call_id":"😀é"}');
  const torn = Array.from(bytes, (byte) => Uint8Array.of(byte));
  assert.equal((await fed(streamed(...torn)).getCallDetails("c")).call_id, "😀é");
  for (const chunk of ["text", 7, null, {}, []]) {
    const error = await rejection(fed(streamed(chunk)).getCallDetails("c"));
    assert.ok(error instanceof nh.ConnectionError, `${error}`);
  }
});

test("body: a stream that is locked, used or cut off fails only its call", async () => {
  const locked = async () => {
    const response = new Response("{}");
    response.body.getReader();
    return response;
  };
  const used = async () => {
    const response = new Response("{}");
    await response.text();
    return response;
  };
  const torn = async () =>
    new Response(
      new ReadableStream({ start: (controller) => controller.error({ toString: null }) }),
    );
  for (const fetch of [locked, used, torn]) {
    const error = await rejection(fed(fetch).getCallDetails("c"));
    assert.ok(error instanceof nh.NinjaHireError, `${error}`);
    assert.ok(error.message.length < 500);
  }
  await nothingIsLost();
});

test("body: a problem of ten megabytes is its status and a few words", async () => {
  await mock.fault({ status: 403, raw_body: "<p>no".repeat(200_000), content_type: "text/html" });
  const error = await rejection(clientOf(mock).getCallDetails(ended));
  assert.equal(error.status, 403);
  assert.ok(error.message.length < 400, `${error.message.length}`);
});

test("body: a reason that is not a text is ignored", async () => {
  for (const reason of [7, null, {}, ["no_consent"], true]) {
    await mock.reset();
    await mock.fault({ status: 403, body: JSON.stringify({ reason, detail: reason }) });
    const error = await rejection(clientOf(mock).getCallDetails(ended));
    assert.equal(error.reason, undefined);
    assert.equal(error.detail, undefined);
  }
});

test("body: a problem body cannot overwrite the error's own fields", async () => {
  const body = JSON.stringify({
    code: "ok",
    name: "x",
    message: "m",
    stack: "s",
    status: 200,
    cause: 1,
    __proto__: 1,
  });
  await mock.fault({ status: 404, body });
  const error = await rejection(clientOf(mock).getCallDetails(ended));
  assert.deepEqual(
    [error.code, error.name, error.status, error.cause],
    ["not_found", "NotFoundError", 404, undefined],
  );
});

// Dials, and gateways before the server

test("dial: an answer of 2xx with two million fields is a placed call", async () => {
  const fields = Array.from({ length: 300_000 }, (_, index) => `"f${index}":0`).join(",");
  const fetch = json(`{"call_id":"c",${fields}}`);
  assert.equal((await fed(fetch).initiateInstantCall(untouched())).call_id, "c");
});

test("dial: an answer longer than allowed is unknown, not refused", async () => {
  await dialFault({ body_bytes: 200_000 });
  const client = clientOf(mock, { ...guarded, maxResponseBytes: 1_000 });
  const application = untouched();
  assert.equal(
    (await rejection(client.initiateInstantCall(application))).code,
    "dial_outcome_unknown",
  );
  assert.equal((await rejection(client.initiateInstantCall(application))).code, "redial_guard");
  assert.equal(await received(), 1);
});

test("dial: invalid statuses are unknown or refused, and the dial is sent once", async () => {
  for (const [status, code] of [
    [0, "dial_outcome_unknown"],
    [100, "dial_outcome_unknown"],
    [199, "dial_outcome_unknown"],
    [304, "dial_outcome_unknown"],
    [418, "http"],
    [498, "http"],
    [499, "dial_outcome_unknown"],
    [599, "dial_outcome_unknown"],
    [999, "dial_outcome_unknown"],
  ]) {
    let sent = 0;
    const fetch = async () => (sent++, { status, headers: new Headers(), body: null });
    const error = await rejection(fed(fetch).initiateInstantCall(untouched()));
    assert.equal(error.code, code, `${status}: ${error}`);
    assert.equal(sent, 1);
  }
});

test("dial: a fetch that throws, or returns no response, is called once", async () => {
  const odd = [
    () => {
      throw null;
    },
    () => undefined,
    () => ({ status: "200" }),
    () => ({ status: NaN }),
    () => ({
      get status() {
        throw new Error("mine");
      },
    }),
    () => Promise.reject(Object.create(null)),
    () => ({
      then() {
        throw 7;
      },
    }),
    () =>
      new Proxy(
        {},
        {
          get() {
            throw 7;
          },
        },
      ),
  ];
  for (const give of odd) {
    let asked = 0;
    const fetch = (...args) => (asked++, give(...args));
    const error = await rejection(fed(fetch).initiateInstantCall(untouched()));
    assert.equal(error.code, "dial_outcome_unknown", `${give}`);
    assert.equal(asked, 1);
  }
  await nothingIsLost();
});

test("dial: a fetch cannot send its request twice", async () => {
  const fetch = async (request) => {
    const first = await globalThis.fetch(request);
    await first.text();
    return globalThis.fetch(request).catch(() => new Response('{"call_id":"c"}'));
  };
  await fed(fetch).initiateInstantCall(untouched());
  assert.equal(await received(), 1);
});

test("dial: a hundred simultaneous dials for one application are one request", async () => {
  const client = clientOf(mock);
  const application = untouched();
  await dialFault({ delay_ms: 200 });
  const ids = Array.from({ length: 100 }, (_, index) =>
    index % 2 ? application.toUpperCase() : application,
  );
  const calls = await Promise.all(ids.map((id) => client.initiateInstantCall(id)));
  assert.equal(new Set(calls.map(({ call_id }) => call_id)).size, 1);
  assert.equal(await received(), 1);
  // Each caller gets a separate object.
  calls[0].call_id = "changed";
  assert.notEqual(calls[1].call_id, "changed");
});

test("dial: where a hundred callers all abort before it is sent, no phone rings", async () => {
  const giveUp = new AbortController();
  const token = () => sleep(200).then(() => "t");
  const client = clientOf(mock, { apiKey: undefined, token });
  const application = untouched();
  const calls = Array.from({ length: 100 }, () =>
    client.initiateInstantCall(application, { signal: giveUp.signal }),
  );
  giveUp.abort("enough");
  for (const { reason } of await Promise.allSettled(calls)) assert.equal(reason, "enough");
  await sleep(300);
  assert.equal(await received(), 0);
});

test("dial: a caller that comes after the last one has aborted rings once", async () => {
  const token = () => sleep(150).then(() => "t");
  const client = clientOf(mock, { apiKey: undefined, token });
  const application = untouched();
  const giveUp = new AbortController();
  const first = client.initiateInstantCall(application, { signal: giveUp.signal });
  await sleep(20);
  giveUp.abort("enough");
  const second = client.initiateInstantCall(application);
  assert.equal(await rejection(first), "enough");
  assert.ok((await second).call_id);
  assert.equal(await received(), 1);
});

test("dial: a listener that dials again when a dial is sent rings once", async () => {
  const application = untouched();
  const again = [];
  const client = clientOf(mock, {
    ...guarded,
    onEvent: ({ type }) => {
      if (type === "request" && again.length < 3)
        again.push(client.initiateInstantCall(application));
    },
  });
  const { call_id } = await client.initiateInstantCall(application);
  for (const call of await Promise.all(again)) assert.equal(call.call_id, call_id);
  assert.equal(await received(), 1);
});

test("dial: a redial token is valid for its application and dial only", async () => {
  const client = clientOf(mock, guarded);
  const [one, other] = [untouched(), untouched()];
  await client.initiateInstantCall(one);
  await client.initiateInstantCall(other);
  const { redialToken } = await rejection(client.initiateInstantCall(one));
  for (const redial of [
    redialToken,
    redialToken.toUpperCase(),
    ` ${redialToken}`,
    "*",
    "undefined",
  ]) {
    const error = await rejection(client.initiateInstantCall(other, { redial }));
    assert.equal(error.code, "redial_guard", redial);
  }
  assert.equal(await received(), 2);
});

// Storage

test("storage: foreign text under the key neither guards nor breaks anything", async (t) => {
  const entries = startStorage(t);
  const odd = [
    "",
    "null",
    "{}",
    "NaN t c",
    "1e3 t c",
    "-5/-5 t c",
    "1/2/3 t c",
    " ",
    "9".repeat(400) + " t c",
    "\u0000",
    "1 2",
  ];
  for (const text of odd) {
    const application = untouched();
    entries.set(`ninjahire-calls:dial:${application}`, text);
    assert.ok((await clientOf(mock, guarded).initiateInstantCall(application)).call_id, text);
  }
  assert.equal(await received(), odd.length);
});

test("storage: where it is full, forbidden or missing, the page's memory guards", async (t) => {
  const denied = () => {
    throw new DOMException("no", "QuotaExceededError");
  };
  for (const methods of [
    { setItem: denied },
    { getItem: denied },
    { removeItem: denied },
    { getItem: () => 7 },
    { getItem: () => ({}) },
  ]) {
    startStorage(t, methods);
    const application = untouched();
    const client = clientOf(mock, guarded);
    await client.initiateInstantCall(application);
    assert.equal((await rejection(client.initiateInstantCall(application))).code, "redial_guard");
  }
  t.after(
    replace(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    }),
  );
  const application = untouched();
  await clientOf(mock, guarded).initiateInstantCall(application);
  assert.equal(
    (await rejection(clientOf(mock, guarded).initiateInstantCall(application))).code,
    "redial_guard",
  );
});

test("storage: clearing it between two dials does not allow the second", async (t) => {
  const entries = startStorage(t);
  const application = untouched();
  await clientOf(mock, guarded).initiateInstantCall(application);
  entries.clear();
  assert.equal(
    (await rejection(clientOf(mock, guarded).initiateInstantCall(application))).code,
    "redial_guard",
  );
  assert.equal(await received(), 1);
});

test("storage: another tab's older record does not hide this page's dial", async (t) => {
  const entries = startStorage(t);
  const application = untouched();
  await clientOf(mock, guarded).initiateInstantCall(application);
  const old = Date.now() - 3_600_000;
  entries.set(`ninjahire-calls:dial:${application}`, `${old}/${old} other-token c-0`);
  assert.equal(
    (await rejection(clientOf(mock, guarded).initiateInstantCall(application))).code,
    "redial_guard",
  );
});

// Clocks

test("clock: one that returns no number allows no second dial", async (t) => {
  const clocks = startClocks(t);
  const client = clientOf(mock, guarded);
  for (const broken of [NaN, Infinity]) {
    clocks.setBy = 0;
    const application = untouched();
    await client.initiateInstantCall(application);
    clocks.setBy = broken;
    assert.equal((await rejection(client.initiateInstantCall(application))).code, "redial_guard");
  }
});

test("clock: a platform without performance.now still guards", async (t) => {
  for (const value of [
    undefined,
    null,
    {},
    { now: () => "soon" },
    {
      now() {
        throw 7;
      },
      timeOrigin: 0,
    },
  ]) {
    const restore = replace(globalThis, "performance", { value, writable: true });
    try {
      const application = untouched();
      const client = clientOf(mock, guarded);
      await client.initiateInstantCall(application);
      assert.equal((await rejection(client.initiateInstantCall(application))).code, "redial_guard");
    } finally {
      restore();
    }
  }
});

test("clock: a call is followed to its end while the clock is set repeatedly", async (t) => {
  const clocks = startClocks(t);
  const going = { merge: { call_status: "call_in_progress" } };
  await mock.fault(going, { times: 6 });
  const watch = clientOf(mock).watchCall(ended, { ...quick, timeoutMs: 10_000 });
  const statuses = [];
  const setting = setInterval(() => (clocks.setBy -= 3_600_000), 20);
  t.after(() => clearInterval(setting));
  for await (const { call } of watch) statuses.push(call.call_status);
  assert.equal(statuses.at(-1), "call_completed");
});

// Locks

const oddLocks = {
  "request throws": () => {
    throw new Error("no");
  },
  "request rejects": async () => {
    throw new DOMException("no", "SecurityError");
  },
  "request gives nothing": () => undefined,
  "request never calls back, and is done": async () => undefined,
  "request calls back twice": async (name, options, callback) => {
    const held = callback({ name });
    try {
      await callback({ name });
    } catch {
      // Its own problem.
    }
    return held;
  },
  "request calls back at once, and rejects later": (name, options, callback) => {
    void callback({ name });
    return sleep(50).then(() => Promise.reject(new DOMException("stolen", "AbortError")));
  },
  "request calls back with nothing": async (name, options, callback) => callback(undefined),
  "request calls back after a second": async (name, options, callback) => {
    await sleep(1_000);
    return callback({ name });
  },
};
for (const [what, request] of Object.entries(oddLocks)) {
  test(`locks: ${what}: a dial rings once, and the next one can`, async (t) => {
    startStorage(t);
    startLocks(t, request);
    const client = clientOf(mock);
    const application = untouched();
    assert.ok((await client.initiateInstantCall(application)).call_id);
    assert.equal(await received(), 1);
    assert.ok((await client.initiateInstantCall(application)).call_id);
    assert.equal(await received(), 2);
    await nothingIsLost();
  });
}

test("locks: getters that throw, and values that are not locks, count as no locks", async (t) => {
  const navigators = [
    {
      get locks() {
        throw new DOMException("no", "SecurityError");
      },
    },
    { locks: 7 },
    { locks: null },
    { locks: { request: "no" } },
    {
      locks: {
        get request() {
          throw 7;
        },
      },
    },
  ];
  for (const value of navigators) {
    const restore = replace(globalThis, "navigator", { value });
    t.after(restore);
    assert.ok((await clientOf(mock).initiateInstantCall(untouched())).call_id);
  }
  assert.equal(await received(), navigators.length);
});

test("locks: of three tabs that dial at once with hanging locks, one rings", async (t) => {
  startStorage(t);
  startLocks(t, () => new Promise(() => {}));
  const tabs = [nh, await openTab(), await openTab()];
  const application = untouched();
  const outcomes = await Promise.allSettled(
    tabs.map((tab) =>
      new tab.NinjaHireClient({ baseUrl: mock.url, apiKey: "k", ...guarded }).initiateInstantCall(
        application,
      ),
    ),
  );
  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
  assert.equal(await received(), 1);
});

// Watches

test("watch: repeated return(), and next() after it, settle", async () => {
  await mock.fault({ stall: "headers" }, { times: 0 });
  const watch = clientOf(mock).watchCall(ended, quick);
  const waiting = [watch.next(), watch.next()];
  await sleep(50);
  const outcomes = await Promise.all([...waiting, watch.return(), watch.return(), watch.next()]);
  assert.ok(outcomes.every(({ done }) => done));
  await nothingIsLost();
});

test("watch: return() resolves with its argument", async () => {
  await mock.fault({ stall: "headers" }, { times: 0 });
  const watch = clientOf(mock).watchCall(ended, quick);
  void watch.next();
  assert.deepEqual(await watch.return("v"), { done: true, value: "v" });
});

test("watch: an error in the loop stops the polling", async () => {
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 0 });
  const loop = async () => {
    for await (const _ of clientOf(mock).watchCall(ended, quick)) throw new Error("mine");
  };
  assert.equal((await rejection(loop())).message, "mine");
  await sleep(300);
  assert.equal((await mock.log()).length, 1);
});

test("watch: a caller that changes its call object does not change a later update", async () => {
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 1 });
  await mock.fault({ status: 503 }, { times: 10 });
  const seen = [];
  for await (const { call, stale } of clientOf(mock).watchCall(ended, {
    ...quick,
    staleAfterMs: 100,
  })) {
    seen.push([call.call_status, typeof call.transcript, Boolean(stale)]);
    for (const name of Object.keys(call)) delete call[name];
    Object.freeze(call);
  }
  assert.deepEqual(seen, [
    ["call_in_progress", "string", false],
    ["call_in_progress", "string", true],
    ["call_completed", "string", false],
  ]);
});

test("watch: intervals of 0 do not flood a server that is down", async () => {
  await mock.fault({ status: 503, headers: { "retry-after": "1" } }, { times: 0 });
  const options = { minIntervalMs: 0, maxIntervalMs: 0, timeoutMs: 900 };
  await rejection(clientOf(mock).waitForCall(ended, options));
  assert.ok((await mock.log()).length <= 2, `${(await mock.log()).length}`);
});

test("watch: staleAfterMs of 0, of Infinity and of invalid values", async () => {
  const at = (staleAfterMs) => clientOf(mock).waitForCall(ended, { ...quick, staleAfterMs });
  assert.equal((await at(0)).call_id, ended);
  assert.equal((await at(Infinity)).call_id, ended);
  for (const bad of [-1, NaN, "5", null]) {
    assert.equal((await rejection(at(bad))).param, "staleAfterMs", `${bad}`);
  }
});

test("watch: twenty watches of one call share their polls, while ten end at different times", async () => {
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 4 });
  const client = clientOf(mock);
  const leave = Array.from({ length: 10 }, () => client.watchCall(ended, quick));
  const stay = Array.from({ length: 10 }, () => client.waitForCall(ended, quick));
  await Promise.all(
    leave.map(async (watch, index) => {
      void watch.next();
      await sleep(index * 15);
      await watch.return();
    }),
  );
  for (const { call_id } of await Promise.all(stay)) assert.equal(call_id, ended);
  assert.ok((await mock.log()).length <= 10, `${(await mock.log()).length} polls`);
});
