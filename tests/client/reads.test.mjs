// The two GETs: retries, ends, and decoding.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { beforeEach, test } from "node:test";
import { startMock } from "../proxy/helpers/mock.mjs";
import { clientOf, nh, rejection, sleep, until } from "./client.mjs";

const mock = await startMock();
const { call_id } = mock.calls.find(({ call_status }) => call_status === "call_completed");
beforeEach(() => mock.reset());

const hits = async () => (await mock.log()).length;

for (const status of [408, 425, 429, 500, 502, 503, 504]) {
  test(`a ${status} is retried, at most twice`, async () => {
    const headers = { "retry-after": "0" };
    await mock.fault({ status, headers });
    assert.equal((await clientOf(mock).getCallDetails(call_id)).call_id, call_id);
    assert.equal(await hits(), 2);
    await mock.fault({ status, headers }, { times: 0 });
    assert.equal((await rejection(clientOf(mock).getCallDetails(call_id))).status, status);
    assert.equal(await hits(), 5);
  });
}

for (const status of [400, 401, 403, 404, 409, 410, 422, 501]) {
  test(`a ${status} is not retried`, async () => {
    await mock.fault({ status }, { times: 0 });
    assert.equal((await rejection(clientOf(mock).getCallDetails(call_id))).status, status);
    assert.equal(await hits(), 1);
  });
}

test("a read is retried where the connection breaks before or in the answer", async () => {
  for (const fault of [{ reset: "before_headers" }, { reset: "mid_body" }, { cut_body: true }]) {
    await mock.reset();
    await mock.fault(fault);
    assert.equal((await clientOf(mock).getCallDetails(call_id)).call_id, call_id);
    assert.equal(await hits(), 2, JSON.stringify(fault));
  }
});

test("retries can be set for one request, and back-off ends with an abort", async () => {
  await mock.fault({ status: 503 }, { times: 0 });
  const client = clientOf(mock);
  await rejection(client.getCallDetails(call_id, { retries: 0 }));
  assert.equal(await hits(), 1);
  await mock.fault({ status: 503, headers: { "retry-after": "30" } }, { times: 0 });
  await mock.reset();
  await mock.fault({ status: 503, headers: { "retry-after": "20" } }, { times: 0 });
  const controller = new AbortController();
  const start = Date.now();
  const read = client.getCallDetails(call_id, { signal: controller.signal });
  await until(async () => (await mock.log()).at(-1)?.outcome === "sent");
  await sleep(50);
  controller.abort("enough");
  assert.equal(await rejection(read), "enough");
  assert.ok(Date.now() - start < 5_000);
  assert.equal(await hits(), 1);
});

test("a Retry-After beyond the limit or the deadline fails at once, and the error has it", async () => {
  await mock.fault({ status: 429, headers: { "retry-after": "61" } }, { times: 0 });
  const error = await rejection(clientOf(mock, { timeoutMs: 120_000 }).getCallDetails(call_id));
  assert.ok(error instanceof nh.RateLimitError);
  assert.equal(error.retryAfterMs, 61_000);
  await mock.reset();
  const date = new Date(Date.now() + 50_000).toUTCString();
  await mock.fault({ status: 503, headers: { "retry-after": date } }, { times: 0 });
  const late = await rejection(clientOf(mock, { timeoutMs: 5_000 }).getCallDetails(call_id));
  assert.ok(late.retryAfterMs > 40_000 && late.retryAfterMs <= 50_000, `${late.retryAfterMs}`);
  assert.equal(await hits(), 1);
});

test("one deadline covers the token, the headers and the body", async () => {
  const deadline = (error) => {
    assert.ok(error instanceof nh.DeadlineError, `${error}`);
    assert.equal(error.timeoutMs, 150);
  };
  const stuck = clientOf(mock, { apiKey: undefined, token: () => new Promise(() => {}) });
  deadline(await rejection(stuck.getCallDetails(call_id, { timeoutMs: 150 })));
  for (const fault of [
    { stall: "headers" },
    { stall: "body" },
    { pace: { bytes: 1, every_ms: 30 } },
  ]) {
    await mock.fault(fault);
    deadline(
      await rejection(clientOf(mock).getCallDetails(call_id, { timeoutMs: 150, retries: 0 })),
    );
  }
});

test("a signal ends a read with its reason at every stage", async () => {
  for (const reason of ["why", 0, null, { code: "mine" }, new TypeError("t")]) {
    const aborted = AbortSignal.abort(reason);
    assert.equal(
      await rejection(clientOf(mock).getCallDetails(call_id, { signal: aborted })),
      aborted.reason,
    );
    for (const stall of ["headers", "body"]) {
      await mock.fault({ stall });
      const controller = new AbortController();
      const read = clientOf(mock).getCallDetails(call_id, { signal: controller.signal });
      await until(async () => (await mock.log()).at(-1)?.fault?.stall === stall);
      controller.abort(reason);
      assert.equal(await rejection(read), controller.signal.reason, stall);
    }
  }
});

test("10,000 requests on one signal leave no listener behind", async () => {
  const { signal } = new AbortController();
  const body = JSON.stringify({ call_id, call_status: "call_completed" });
  const client = clientOf(mock, { fetch: async () => new Response(body) });
  for (let round = 0; round < 100; round += 1) {
    await Promise.all(
      Array.from({ length: 100 }, () => client.getCallDetails(call_id, { signal })),
    );
  }
  assert.equal(getEventListeners(signal, "abort").length, 0);
});

test("an object that only looks like a signal affects only its request", async () => {
  const fails = () => {
    throw new Error("no");
  };
  const signals = [
    { aborted: false },
    { aborted: false, addEventListener() {} },
    { aborted: false, addEventListener: fails, removeEventListener: fails },
  ];
  const client = clientOf(mock);
  for (const signal of signals) {
    const other = client.getCallDetails(call_id);
    assert.equal((await client.getCallDetails(call_id, { signal })).call_id, call_id);
    assert.equal((await other).call_id, call_id);
  }
  const signal = { aborted: true, reason: "enough" };
  assert.equal(await rejection(client.getCallDetails(call_id, { signal })), "enough");
});

test("a decoded page repeats the given request", async () => {
  const request = { page: 0, size: 500 };
  assert.deepEqual(nh.decode.screeningResults('{"data":[]}', { request }).request, request);
  assert.equal((await rejection(clientOf(mock).listScreeningResults(request))).param, "page");
});

test("only Authorization, Accept and the custom headers are sent", async () => {
  await clientOf(mock, { headers: { "x-mine": "1" } }).getCallDetails(call_id);
  const sent = (await mock.log())[0].headers;
  assert.equal(sent.authorization, "Bearer test-key");
  assert.equal(sent.accept, "application/json");
  assert.equal(sent["x-mine"], "1");
  const platform = [
    "host",
    "connection",
    "accept-language",
    "accept-encoding",
    "sec-fetch-mode",
    "user-agent",
  ];
  const own = Object.keys(sent).filter((name) => !platform.includes(name));
  assert.deepEqual(own.sort(), ["accept", "authorization", "x-mine"]);
});

test("a body longer than allowed is not read to its end", async () => {
  await mock.fault({ body_bytes: 50_000_000 });
  const error = await rejection(
    clientOf(mock, { maxResponseBytes: 100_000 }).getCallDetails(call_id),
  );
  assert.ok(error instanceof nh.DecodeError, `${error}`);
  assert.match(error.message, /maxResponseBytes/);
});

test("a gzipped answer, a wrong content type and a byte order mark are read", async () => {
  for (const fault of [
    { gzip: true },
    { content_type: "text/plain" },
    { raw_body: `\ufeff{"call_id":"${call_id}","call_status":"call_completed"}` },
  ]) {
    await mock.fault(fault);
    assert.equal((await clientOf(mock).getCallDetails(call_id)).call_id, call_id);
  }
});

test("an unusable answer is a DecodeError with the found value", async () => {
  for (const [fault, path, found] of [
    [{ raw_body: "<!doctype html><p>Sign in", content_type: "text/html" }, "", /doctype/],
    [{ raw_body: "" }, "", /nothing/],
    [{ raw_body: '{"call_id":' }, "", /call_id/],
    [{ replace_json: [] }, "", /\[\]/],
    [{ replace_json: {} }, "call_id", /nothing/],
    [{ replace_json: { call_id: 42 } }, "call_id", /42/],
  ]) {
    await mock.fault(fault);
    const error = await rejection(clientOf(mock).getCallDetails(call_id));
    assert.ok(error instanceof nh.DecodeError, `${error}`);
    assert.equal(error.path, path);
    assert.match(error.found, found);
  }
  await mock.fault({ replace_json: { count: 3 } });
  assert.equal((await rejection(clientOf(mock).listScreeningResults())).path, "data");
});

test("one defective field is reported and hides nothing; strict throws", async () => {
  const damage = { merge_items: { 3: { call_score: "87", new_field: { __proto__x: 1 } } } };
  await mock.fault(damage);
  const page = await clientOf(mock).listScreeningResults({ size: 10 });
  assert.equal(page.data.length, 10);
  assert.equal(page.data[3].call_score, null);
  assert.deepEqual(page.data[3].new_field, { __proto__x: 1 });
  const issue = { path: "data[3].call_score", expected: "an integer 0–100", found: '"87"' };
  assert.deepEqual(page.decode_issues, [issue]);
  assert.deepEqual(page.data[3].decode_issues, [issue]);
  assert.deepEqual(structuredClone(page), page);

  await mock.fault(damage);
  const error = await rejection(
    clientOf(mock).listScreeningResults({ size: 10 }, { strict: true }),
  );
  assert.ok(error instanceof nh.DecodeError);
  assert.match(error.message, /data\[3\]\.call_score: expected an integer 0–100, found "87"/);
});

test("each of the six filters filters, and count is of all that match", async () => {
  const { data } = await clientOf(mock).listScreeningResults({ size: 100 });
  const whole = data.find((result) =>
    Object.entries(result).every(([name, id]) => !/_id$/.test(name) || id),
  );
  for (const name of [
    "application_id",
    "job_id",
    "candidate_id",
    "application_source_id",
    "job_source_id",
    "candidate_source_id",
  ]) {
    const page = await clientOf(mock).listScreeningResults({ [name]: whole[name], size: 100 });
    assert.ok(
      page.data.length > 0 && page.data.every((result) => result[name] === whole[name]),
      name,
    );
    assert.ok(page.count < 300 && page.count >= page.data.length);
    assert.deepEqual(page.request, { page: 1, size: 100, [name]: whole[name] });
  }
});

test("bad input is refused by name, and nothing is sent", async () => {
  const client = clientOf(mock);
  for (const [filters, param] of [
    [{ page: 0 }, "page"],
    [{ page: 1.5 }, "page"],
    [{ page: "1" }, "page"],
    [{ page: -1 }, "page"],
    [{ size: 0 }, "size"],
    [{ size: 101 }, "size"],
    [{ size: NaN }, "size"],
    [{ job_id: "" }, "job_id"],
    [{ job_id: " " }, "job_id"],
    [{ candidate_id: null }, "candidate_id"],
    [{ application_id: 42 }, "application_id"],
    [{ jobId: "x" }, "jobId"],
    ["x", "filters"],
    [[], "filters"],
    [null, "filters"],
  ]) {
    const error = await rejection(client.listScreeningResults(filters));
    assert.ok(error instanceof nh.InvalidRequestError, JSON.stringify(filters));
    assert.equal(error.param, param);
    assert.match(error.message, new RegExp(`^\`${param}\` `));
  }
  for (const [options, param] of [
    [{ timeoutMs: "5" }, "timeoutMs"],
    [{ timeoutMs: -1 }, "timeoutMs"],
    [{ retries: 1.5 }, "retries"],
    [{ signal: {} }, "signal"],
    [{ timeout: 5 }, "timeout"],
    ["x", "options"],
  ]) {
    assert.equal((await rejection(client.getCallDetails(call_id, options))).param, param);
  }
  assert.deepEqual(await mock.log(), []);
});

test("routes can be overridden, method and query placement included", async () => {
  const routes = { callDetails: "GET /call?call_id={call_id}" };
  assert.equal((await clientOf(mock, { routes }).getCallDetails(call_id)).call_id, call_id);
  assert.equal((await mock.log())[0].path, "/call");
  for (const [name, template] of [
    ["instantCall", "POST /calls"],
    ["callDetails", "GET /calls"],
    ["callDetails", 7],
  ]) {
    assert.throws(() => clientOf(mock, { routes: { [name]: template } }), {
      name: "InvalidRequestError",
      param: `routes.${name}`,
    });
  }
});
