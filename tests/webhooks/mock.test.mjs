/** End to end: the mock API places a call, posts its webhook after the assessment, and retries. */

import assert from "node:assert/strict";
import http from "node:http";
import { beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "../proxy/helpers/mock.mjs";
import { serve } from "../proxy/helpers/serve.mjs";
import { listening, nodeWebhookHandler, secret } from "./helpers/webhooks.mjs";

const mock = await startMock("--call-seconds", "0.1", "--assess-seconds", "0.1");
const [application] = mock.applications;
const [{ call_id: call }] = mock.calls;

beforeEach(() => mock.reset());

/** A handler at a real URL, to which the mock posts. */
async function receiver(t, setup = {}, options) {
  const { handler, events } = listening(options);
  const { url } = await serve(t, http.createServer(nodeWebhookHandler(handler)));
  await mock.webhooks({ url: `${url}/webhooks/ninjahire`, secret, ...setup });
  return events;
}

test("a call that is placed is posted once it has been assessed", async (t) => {
  const events = await receiver(t);
  const placed = await fetch(`${mock.url}/applications/${application}/instant-call`, {
    method: "POST",
    headers: { authorization: "Bearer x" },
  });
  const { call_id } = await placed.json();
  for (let tries = 0; tries < 200 && !events.length; tries++) await pause(25);
  const [{ call: event }] = events;
  assert.equal(event.call_id, call_id);
  assert.equal(event.call_status, "call_completed");
  assert.equal(event.application_id, application);
  assert.ok(event.call_score >= 0 && event.transcript.includes("BOT"));
  assert.equal(event.decode_issues, undefined);
});

for (const [name, setup] of [
  ["as JSON by PUT", { http_method: "PUT" }],
  ["as indented JSON, signed without white space", { indented: true }],
  [
    "as a form by PATCH",
    { http_method: "PATCH", content_type: "application/x-www-form-urlencoded" },
  ],
]) {
  test(`a call that is posted ${name} equals the API's call`, async (t) => {
    const events = await receiver(t, setup);
    const { deliveries } = await mock.sendWebhook(call);
    assert.deepEqual(deliveries, [{ call_id: call, attempt: 1, status: 200 }]);
    const headers = { authorization: "Bearer x" };
    const details = await (await fetch(`${mock.url}/calls/${call}`, { headers })).json();
    const [{ call: event }] = events;
    for (const field of ["call_id", "call_status", "call_score", "transcript", "call_summary"]) {
      assert.deepEqual(event[field], details[field] ?? null, field);
    }
  });
}

test("an event has only the chosen fields", async (t) => {
  const events = await receiver(t, { fields: ["call_id", "call_score"] });
  await mock.sendWebhook(call);
  const [{ call: event }] = events;
  assert.equal(event.call_id, call);
  assert.equal(typeof event.call_score, "number");
  assert.equal(event.transcript, null);
});

test("a failed delivery is posted again, and a handled event is not handled again", async (t) => {
  let failures = 2;
  const handled = [];
  const onCall = (event) => {
    if (failures-- > 0) throw new Error("database");
    handled.push(event.id);
  };
  await receiver(t, {}, { onCall });
  const first = await mock.sendWebhook(call);
  assert.deepEqual(
    first.deliveries.map(({ status }) => status),
    [500, 500, 200],
  );
  const second = await mock.sendWebhook(call);
  assert.deepEqual(
    second.deliveries.map(({ status }) => status),
    [200],
  );
  assert.equal(handled.length, 1);
});

test("with another secret every delivery is refused", async (t) => {
  const events = await receiver(t, { secret: "other", retries: 1 });
  const { deliveries } = await mock.sendWebhook(call);
  assert.deepEqual(
    deliveries.map(({ status }) => status),
    [401, 401],
  );
  assert.equal(events.length, 0);
});

test("the mock posts to this machine only", async () => {
  for (const setup of [
    { url: "http://192.168.1.1/", secret },
    { url: "https://127.0.0.1/", secret },
    { url: "http://localhost.example/", secret },
    { url: "x", secret },
    { url: "http://127.0.0.1/", secret, http_method: "DELETE" },
    { url: "http://127.0.0.1/", secret, content_type: "text/plain" },
  ]) {
    await assert.rejects(mock.webhooks(setup));
  }
});
