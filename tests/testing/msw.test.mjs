// The kit as handlers of Mock Service Worker.

import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { setupServer } from "msw/node";
import { NinjaHireClient, createTestApi, mswHandlers } from "./helpers/kit.mjs";

const baseUrl = "http://localhost/api/ninjahire";
const api = createTestApi({ baseUrl: "/api/ninjahire", key: null, advanceOnReadMs: 5_000 });
const server = setupServer(...mswHandlers(api));
server.listen({ onUnhandledRequest: "error" });
after(() => server.close());
afterEach(() => api.reset());

test("a client with the global fetch lists, dials and follows", async () => {
  const client = new NinjaHireClient({ baseUrl, redialGuardMs: 0 });
  assert.equal((await client.listScreeningResults({ size: 3 })).data.length, 3);
  const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
  const call = await client.waitForCall(call_id, { minIntervalMs: 1 });
  assert.equal(call.call_status, "call_completed");
  assert.equal(api.rings(), 1);
});

test("a broken connection is an unknown outcome, and the dial is not retried", async () => {
  const client = new NinjaHireClient({ baseUrl, redialGuardMs: 0 });
  api.nextDial("reset");
  await assert.rejects(client.initiateInstantCall(api.applications[1].application_id), {
    code: "dial_outcome_unknown",
  });
  assert.equal(api.rings(), 1);
  assert.equal(api.requests("instantCall").length, 1);
});

test("an abort rejects with the caller's reason", async () => {
  const client = new NinjaHireClient({ baseUrl, redialGuardMs: 0 });
  api.fault({ action: { stall: "headers" } });
  const signal = AbortSignal.timeout(50);
  await assert.rejects(client.listScreeningResults({}, { signal }), { name: "TimeoutError" });
});
