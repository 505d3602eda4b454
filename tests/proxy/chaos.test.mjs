/**
 * A thousand decisions over connections that are reset at points from a seed. The client does what
 * browsers do: it sends a POST again, with the same headers, when its connection is reset.
 */

import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { test } from "node:test";
import http from "node:http";
import { startMock } from "./helpers/mock.mjs";
import { points, random, startRelay } from "./helpers/relay.mjs";
import { nodeHandler } from "./helpers/package.mjs";
import { proxyTo, serve } from "./helpers/serve.mjs";

const runs = Number(process.env.CHAOS_RUNS ?? 1_000);
const seed = Number(process.env.CHAOS_SEED ?? 1);
const lanes = 8;

/** Sends one request on `agent`. Returns the answer, or nothing where it was cut off. */
const post = (agent, port, path, headers) =>
  new Promise((resolve) => {
    const request = http.request({ agent, port, path, method: "POST", headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (data) => (body += data));
      response.on("end", () => resolve({ status: response.statusCode, body }));
      response.on("error", () => resolve(undefined));
    });
    request.on("error", () => resolve(undefined));
    request.end();
  });

test(`${runs} decisions with resets on both hops ring at most once each`, async (t) => {
  const mock = await startMock();
  // About every third request is reset. Between proxy and API it is rarer, or every dial would be unknown.
  const planned = (share, next) => () =>
    next() < share ? points[Math.floor(next() * points.length)] : undefined;
  const chance = random(seed);
  const toApi = await startRelay(mock.port, planned(0.25, random(seed + 1)), () => chance() < 0.02);
  // The proxy does not forward the decision's key. Here it does, so that the API can count by it.
  const underWay = new AsyncLocalStorage();
  const counted = (url, init) => {
    const headers = { ...init.headers, "idempotency-key": underWay.getStore() };
    return fetch(url, { ...init, headers });
  };
  const handler = nodeHandler(proxyTo(mock, { upstream: toApi.url, fetch: counted }));
  const server = await serve(t, (request, response) =>
    underWay.run(request.headers["idempotency-key"], handler, request, response),
  );
  const toProxy = await startRelay(server.port, planned(0.35, random(seed + 2)));
  t.after(() => Promise.all([toApi.close(), toProxy.close()]));

  const outcomes = { answered: 0, unknown: 0, silent: 0, attempts: 0 };
  const decisions = [];
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      for (let run = lane; run < runs; run += lanes) {
        const key = crypto.randomUUID();
        const application = mock.applications[run % mock.applications.length];
        const headers = { "sec-fetch-site": "same-origin", "idempotency-key": key };
        const path = `/api/ninjahire/applications/${application}/instant-call`;
        let answer;
        for (let attempt = 0; attempt < 3 && !answer; attempt++) {
          outcomes.attempts++;
          answer = await post(agent, toProxy.port, path, headers);
        }
        const isPlaced = answer?.status === 200;
        outcomes[isPlaced ? "answered" : answer ? "unknown" : "silent"]++;
        if (answer && !isPlaced) assert.match(answer.body, /dial-outcome-unknown/);
        decisions.push({ key, callId: isPlaced ? JSON.parse(answer.body).call_id : undefined });
      }
      agent.destroy();
    }),
  );

  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const placed = await mock.placed();
  t.diagnostic(
    `seed ${seed}, ${seconds} s: ${JSON.stringify({ ...outcomes, placed: placed.length })}, ` +
      `resets before the proxy ${JSON.stringify(toProxy.resets)}, behind it ${JSON.stringify(toApi.resets)}`,
  );

  const { by_idempotency_key: rings, instant_calls_received } = await mock.counts();
  assert.deepEqual([...new Set(Object.values(rings))], [1], "a decision rang twice");
  assert.equal(Object.keys(rings).length, placed.length);
  assert.ok(placed.length <= runs);
  assert.equal(instant_calls_received, placed.length);
  // Each returned call id is the one that was placed for this decision.
  const ids = new Map(placed.map((call) => [call.idempotency_key, call.call_id]));
  for (const { key, callId } of decisions) if (callId) assert.equal(ids.get(key), callId);
  // Every reset point was used on both hops, and every outcome occurred.
  for (const { resets } of [toApi, toProxy])
    for (const point of points) assert.ok(resets[point] > 0, point);
  assert.ok(outcomes.answered > runs / 2 && outcomes.unknown > 0 && outcomes.attempts > runs * 1.1);
});

test("the relay resets at the given points, on cold and warm connections", async (t) => {
  const mock = await startMock();
  for (const point of points) {
    await mock.reset();
    let next;
    const relay = await startRelay(mock.port, () => next);
    t.after(() => relay.close());
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { authorization: "Bearer x" };
    const dial = () =>
      post(agent, relay.port, `/applications/${mock.applications[0]}/instant-call`, headers);
    assert.equal((await dial()).status, 200);
    next = point;
    assert.equal(await dial(), undefined, point);
    agent.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { instant_calls_received } = await mock.counts();
    assert.equal(instant_calls_received, point === "before_request" ? 1 : 2, point);
  }
});
