/**
 * The proxy under load, on the loopback, with the mock API as upstream: requests per second, p99, and
 * memory over many requests. `LOAD_REQUESTS` says how many (default: a million reads and dials with
 * the memory store, a tenth of that with the others). docs/proxy.md has a run.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import autocannon from "autocannon";
import pg from "pg";
import { startMock } from "../proxy/helpers/mock.mjs";
import { postgresTable } from "../proxy/helpers/package.mjs";
import { startPostgres } from "../proxy/helpers/postgres.mjs";
import { startRedis } from "../proxy/helpers/redis.mjs";

const million = Number(process.env.LOAD_REQUESTS ?? 1_000_000);
const connections = 32;

const mock = await startMock();
const [application] = mock.applications;
const [{ call_id: call }] = mock.calls;
const redis = (await startRedis()).path;
const { settings: postgres } = await startPostgres();
const client = new pg.Client(postgres);
await client.connect();
await client.query(postgresTable());
await client.end();

async function startProxy(options) {
  const script = `${import.meta.dirname}/helpers/proxy.mjs`;
  const given = JSON.stringify({ redis, postgres, ...options });
  const child = spawn(process.execPath, ["--expose-gc", script, given], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  after(() => child.stdin.end());
  const [line] = await once(createInterface(child.stdout), "line");
  const { url } = JSON.parse(line);
  const heapUsed = async () => (await (await fetch(`${url}/memory`)).json()).heapUsed;
  const stop = async () => {
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  };
  return { url, heapUsed, stop };
}

const requests = {
  "read a call": { method: "GET", path: `/api/ninjahire/calls/${call}` },
  "list 10": { method: "GET", path: "/api/ninjahire/calls?page=1&size=10" },
  dial: {
    method: "POST",
    path: `/api/ninjahire/applications/${application}/instant-call`,
    headers: { "sec-fetch-site": "same-origin" },
    // A new idempotency key for each request: each is a new decision to dial.
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, "idempotency-key": crypto.randomUUID() },
    }),
  },
};

/** So many requests, by so many connections, and not for ever. */
async function run(url, request, amount) {
  const result = await autocannon({
    url,
    connections,
    amount,
    timeout: 30,
    workers: undefined,
    requests: [request],
  });
  assert.equal(
    result.non2xx + result.errors + result.timeouts,
    0,
    JSON.stringify(result.statusCodeStats),
  );
  assert.equal(result["2xx"], amount);
  return { perSecond: Math.round(amount / result.duration), p99: result.latency.p99 };
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

for (const store of ["memory", "redis", "postgres"]) {
  test(`${store}: every request is answered, with the mock behind the proxy`, async (t) => {
    const proxy = await startProxy({ upstream: mock.url, store });
    for (const [name, request] of Object.entries(requests)) {
      await mock.reset();
      // Warms up, so that the measurement leaves compilation out.
      await run(proxy.url, request, 500);
      const amount = Math.min(5_000, million / 10);
      const { perSecond, p99 } = await run(proxy.url, request, amount);
      t.diagnostic(`| ${store} | ${name} | ${perSecond} | ${p99} |`);
      if (name === "dial") {
        assert.equal((await mock.counts()).instant_calls_received, amount + 500);
      }
      assert.ok(p99 < 2_000, `p99 of ${name}: ${p99} ms`);
    }
    await proxy.stop();
  });
}

for (const [store, amount] of [
  ["memory", million],
  ["redis", million / 10],
  ["postgres", million / 10],
]) {
  test(`${store}: memory stays bounded over ${amount} requests`, async (t) => {
    // No upstream, and decisions that expire soon: growth would be a leak.
    const proxy = await startProxy({ store, rememberMs: 1_000 });
    const round = async (share) => {
      await run(proxy.url, requests["read a call"], Math.round(amount * share * 0.8));
      await run(proxy.url, requests.dial, Math.round(amount * share * 0.2));
      // Waits until the decisions have expired. The following writes then remove them.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await run(proxy.url, requests.dial, 6_400);
      return proxy.heapUsed();
    };
    const early = await round(0.1);
    const late = await round(0.9);
    t.diagnostic(
      `| ${store} | heap after ${amount / 10} and ${amount} requests | ${megabytes(early)} MB | ${megabytes(late)} MB |`,
    );
    assert.ok(late - early < 30e6, `grew from ${megabytes(early)} to ${megabytes(late)} MB`);
    await proxy.stop();
  });
}
