// The kit answers as the mock API does: the same requests and the same flows of the client run against
// both.

import assert from "node:assert/strict";
import { test } from "node:test";
import { backends } from "./helpers/backends.mjs";
import { NinjaHireClient, dialOutcomes } from "./helpers/kit.mjs";

/** Fails unless `observe` returns the same for every backend. Returns that result. */
async function sameEverywhere(observe) {
  const [first, ...others] = Object.keys(backends);
  const expected = await observe(backends[first]);
  for (const name of others) {
    assert.deepEqual(await observe(backends[name]), expected, `${name} differs from ${first}`);
  }
  return expected;
}

const clientOf = ({ url, fetch }, options) =>
  new NinjaHireClient({ baseUrl: url, apiKey: "key", fetch, redialGuardMs: 0, ...options });

const key = { authorization: "Bearer any" };
/** Fields that an application or an assessment may lack. */
const mayBeMissing = /_source_id$/;
const unknown = "00000000-0000-4000-8000-000000000000";

for (const [what, request] of Object.entries({
  "a listing": () => ["GET", "/calls?page=1&size=2"],
  "a listing without page and size": () => ["GET", "/calls"],
  "page 0": () => ["GET", "/calls?page=0"],
  "a page that is no number": () => ["GET", "/calls?page=one"],
  "a signed page": () => ["GET", "/calls?page=%2B1"],
  "size 101": () => ["GET", "/calls?size=101"],
  "size 100": () => ["GET", "/calls?size=100"],
  "a page twice": () => ["GET", "/calls?page=1&page=2"],
  "a blank filter": () => ["GET", "/calls?job_id=%20"],
  "an unknown parameter": () => ["GET", "/calls?order=score"],
  "a page far away": () => ["GET", "/calls?page=4000000"],
  details: ({ callIds }) => ["GET", `/calls/${callIds[0]}`],
  "details with a query": ({ callIds }) => ["GET", `/calls/${callIds[0]}?a=1`],
  "an unknown call": () => ["GET", `/calls/${unknown}`],
  "an unknown application": () => ["POST", `/applications/${unknown}/instant-call`],
  "a dial by GET": ({ applications: [{ application_id }] }) => [
    "GET",
    `/applications/${application_id}/instant-call`,
  ],
  "a dial": ({ applications: [{ application_id }] }) => [
    "POST",
    `/applications/${application_id}/instant-call`,
  ],
  "an unknown address": () => ["GET", "/candidates"],
  "no key": () => ["GET", "/calls", {}],
  "a key without Bearer": () => ["GET", "/calls", { authorization: "any" }],
  "an empty key": () => ["GET", "/calls", { authorization: "Bearer " }],
  "no key and an unknown address": () => ["GET", "/candidates", {}],
})) {
  test(`the answer to ${what} is the same`, async () => {
    const { status } = await sameEverywhere(async (backend) => {
      const [method, path, headers = key] = request(backend);
      const response = await backend.fetch(new Request(backend.url + path, { method, headers }));
      const body = await response.json();
      return {
        status: response.status,
        type: response.headers.get("content-type"),
        authenticate: response.headers.get("www-authenticate"),
        hasRequestId: response.headers.has("x-request-id"),
        fields: response.ok
          ? Object.keys(body)
              .filter((name) => !mayBeMissing.test(name))
              .sort()
          : [],
        title: body.title,
        problemStatus: body.status,
        hasDetail: typeof body.detail === "string",
        isOwnPath: body.instance === undefined || path.startsWith(body.instance),
      };
    });
    assert.ok(status >= 200);
  });
}

for (const outcome of dialOutcomes) {
  test(`a client sees the same of a dial that is ${outcome}, and as many phones ring`, async () => {
    await sameEverywhere(async (backend) => {
      const client = clientOf(backend, { timeoutMs: outcome === "silent" ? 300 : 10_000 });
      await backend.reset();
      await backend.nextDial(outcome);
      const { application_id } = backend.applications[1];
      const seen = await client.initiateInstantCall(application_id).then(
        ({ status, call_id }) => ({ status, hasId: call_id !== null }),
        ({ name, code, status, retryAfterMs, title }) => ({
          name,
          code,
          status,
          retryAfterMs,
          title,
        }),
      );
      return { seen, rings: await backend.rings(application_id), dials: await backend.dials() };
    });
  });
}

test("every outcome that may have rung is `dial_outcome_unknown`, and no other is", async () => {
  const backend = backends["the kit in memory"];
  for (const outcome of dialOutcomes) {
    await backend.reset();
    await backend.nextDial(outcome);
    const client = clientOf(backend, { timeoutMs: 200 });
    const error = await client.initiateInstantCall(backend.applications[2].application_id).then(
      () => undefined,
      (error) => error,
    );
    if (error && (await backend.rings()) > 0) {
      assert.equal(error.code, "dial_outcome_unknown", outcome);
    }
    assert.equal(await backend.dials(), 1, outcome);
  }
});

test("a call proceeds in the same way, from in progress to assessed", async () => {
  await sameEverywhere(async (backend) => {
    await backend.reset();
    const client = clientOf(backend);
    const { application_id } = backend.applications[3];
    const { call_id } = await client.initiateInstantCall(application_id);
    const calls = [];
    for await (const { call } of client.watchCall(call_id, {
      minIntervalMs: 30,
      until: "assessed",
    }))
      calls.push(call);
    const transcripts = calls.flatMap(({ transcript }) => transcript ?? []);
    for (let at = 1; at < transcripts.length; at += 1) {
      assert.ok(transcripts[at].startsWith(transcripts[at - 1].trimEnd()), "it only grows");
    }
    assert.ok(new Set(transcripts).size > 1, "it grows");
    const last = calls.at(-1);
    assert.ok(last.call_score >= 0 && last.call_score <= 100);
    return {
      first: calls[0].call_status,
      last: last.call_status,
      fields: Object.keys(last).sort(),
      types: Object.entries(last)
        .filter(([name]) => !name.endsWith("_source_id"))
        .map(([name, value]) => `${name}: ${typeof value}`)
        .sort(),
      direction: last.call_direction,
      whom: last.application_id === application_id,
      issues: last.decode_issues,
    };
  });
});

test("a candidate who does not pick up is a failed call", async () => {
  await sameEverywhere(async (backend) => {
    await backend.reset();
    const { application_id } = backend.applications.find(({ answers }) => !answers);
    const client = clientOf(backend);
    const { call_id } = await client.initiateInstantCall(application_id);
    const call = await client.waitForCall(call_id, { minIntervalMs: 30, until: "assessed" });
    const { call_status, ninjahire_intelligence, transcript, call_score } = call;
    return { call_status, ninjahire_intelligence, transcript, call_score };
  });
});

test("a read is retried as often", async () => {
  await sameEverywhere(async (backend) => {
    await backend.reset();
    await backend.failReads(2, 503);
    const client = clientOf(backend);
    const { call_id } = await client.getCallDetails(backend.callIds[0]);
    return { found: call_id === backend.callIds[0], reads: await backend.reads() };
  });
});

for (const filter of [
  "application_id",
  "job_id",
  "candidate_id",
  "application_source_id",
  "job_source_id",
  "candidate_source_id",
]) {
  test(`a listing is narrowed by ${filter}`, async () => {
    await sameEverywhere(async (backend) => {
      await backend.reset();
      const client = clientOf(backend);
      const all = await client.listScreeningResults({ size: 100 });
      const wanted = all.data.find((result) => result[filter])[filter];
      const page = await client.listScreeningResults({ [filter]: wanted, size: 100 });
      assert.ok(page.count > 0 && page.count < all.count);
      return page.data.every((result) => result[filter] === wanted);
    });
  });
}

test("every page together has each call once", async () => {
  await sameEverywhere(async (backend) => {
    await backend.reset();
    const results = clientOf(backend).screeningResults({ size: 7 });
    const ids = new Set();
    for await (const { call_id } of results) ids.add(call_id);
    return ids.size === results.count;
  });
});
