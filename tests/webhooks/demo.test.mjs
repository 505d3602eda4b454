/** The demo receives webhooks, and shows them to the candidate's recruiter. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startMock } from "../proxy/helpers/mock.mjs";
import { packaged } from "../proxy/helpers/package.mjs";

const mock = await startMock("--call-seconds", "0.1", "--assess-seconds", "0.1");
const server = spawn(
  process.execPath,
  ["www/server.mjs", "--pkg", packaged("."), "--upstream", mock.url, "--port", "0"],
  { cwd: resolve(import.meta.dirname, "../.."), stdio: ["ignore", "pipe", "inherit"] },
);
after(() => server.kill());
const [line] = await once(createInterface(server.stdout), "line");
const { url } = JSON.parse(line);

async function signIn(id) {
  const response = await fetch(`${url}/api/session`, { method: "POST", body: id });
  const cookie = response.headers.get("set-cookie").split(";")[0];
  return async (path, init = {}) => {
    const answer = await fetch(url + path, { ...init, headers: { cookie, ...init.headers } });
    return answer.json();
  };
}

test("a call appears in the activity of the recruiter who placed it, and in no other", async () => {
  const people = await (await fetch(`${url}/api/people`)).json();
  const [own, other] = await Promise.all(people.slice(0, 2).map(({ id }) => signIn(id)));
  const [{ application_id }] = await own("/api/candidates");
  const { call_id } = await own(`/api/ninjahire/applications/${application_id}/instant-call`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", "idempotency-key": crypto.randomUUID() },
  });
  let activity = [];
  for (let tries = 0; tries < 200 && !activity.length; tries++) {
    await pause(25);
    activity = await own("/api/activity");
  }
  const [{ at: _, ...event }] = activity;
  assert.deepEqual([event.call_id, event.application_id], [call_id, application_id]);
  assert.match(event.call_status, /^call_(completed|failed)$/);
  assert.deepEqual(await other("/api/activity"), []);
  assert.equal((await fetch(`${url}/api/activity`)).status, 401);
});

test("an unsigned webhook is refused", async () => {
  const body = '{"call_id":"forged"}';
  const headers = {
    "x-ninjahire-signature": "0".repeat(64),
    "x-ninjahire-timestamp": String(Math.floor(Date.now() / 1_000)),
  };
  const path = `${url}/webhooks/ninjahire`;
  assert.equal((await fetch(path, { method: "POST", body, headers })).status, 401);
  assert.equal((await fetch(path)).status, 405);
});
