/** Decisions in PostgreSQL: two servers, one table, one ring for each decision. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, beforeEach, test } from "node:test";
import { startMock } from "./helpers/mock.mjs";
import { postgresStore, postgresTable } from "./helpers/package.mjs";
import { connectPostgres, startPostgres } from "./helpers/postgres.mjs";
import { requestFor, dialRequest, proxyTo, parseAnswer } from "./helpers/serve.mjs";

const mock = await startMock();
const postgres = await startPostgres();
const pool = connectPostgres(postgres.settings);
await pool.query(postgresTable());
const [application] = mock.applications;

beforeEach(() => mock.reset());

/** Starts a proxy in a separate process. */
async function startRacer() {
  const options = JSON.stringify({ upstream: mock.url, settings: postgres.settings });
  const child = spawn(process.execPath, [`${import.meta.dirname}/helpers/racer.mjs`, options], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  after(() => child.stdin.end());
  const [line] = await once(createInterface(child.stdout), "line");
  return JSON.parse(line).url;
}

test("two processes race for a thousand decisions, and each rings once", async () => {
  const urls = await Promise.all([startRacer(), startRacer()]);
  const decisions = Array.from({ length: 1_000 }, (_, n) => ({
    key: crypto.randomUUID(),
    id: mock.applications[n % mock.applications.length],
  }));
  const waiting = [...decisions];
  const work = async () => {
    for (let decision; (decision = waiting.pop());) {
      const { key, id } = decision;
      const answers = await Promise.all(
        urls.map(async (url) => {
          const response = await fetch(`${url}/api/ninjahire/applications/${id}/instant-call`, {
            method: "POST",
            headers: { "sec-fetch-site": "same-origin", "idempotency-key": key },
          });
          assert.equal(response.status, 200);
          return response.json();
        }),
      );
      decision.callIds = answers.map(({ call_id }) => call_id);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  const placed = (await mock.placed()).map(({ call_id }) => call_id);
  assert.equal((await mock.counts()).instant_calls_received, 1_000);
  for (const { callIds } of decisions) assert.equal(callIds[0], callIds[1]);
  assert.deepEqual(decisions.map(({ callIds }) => callIds[0]).sort(), placed.sort());
});

test("while the database is down, dials are refused as not placed, reads go on, and no decision is lost", async () => {
  const store = postgresStore((text, values) => pool.query(text, values));
  const proxy = proxyTo(mock, { store, rateLimit: {}, storeTimeoutMs: 500 });
  const key = crypto.randomUUID();
  const first = await parseAnswer(await proxy(dialRequest(application, key)));
  assert.equal(first.status, 200);
  await postgres.kill();
  const refused = await parseAnswer(await proxy(dialRequest(application)));
  assert.deepEqual([refused.status, refused.type], [424, "not-placed"]);
  assert.equal((await parseAnswer(await proxy(requestFor("/calls?page=1&size=1")))).status, 200);
  await postgres.restart();
  const again = await parseAnswer(await proxy(dialRequest(application, key)));
  assert.deepEqual([again.status, again.body], [200, first.body]);
  assert.equal((await proxy(dialRequest(application))).status, 200);
  assert.equal((await mock.counts()).instant_calls_received, 2);
});

test("writes remove expired rows, and keep live ones", async () => {
  const table = "expiring";
  await pool.query(postgresTable({ table }));
  const store = postgresStore((text, values) => pool.query(text, values), { table });
  const rows = async () =>
    Number((await pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  await Promise.all(Array.from({ length: 400 }, (_, n) => store.set(`old-${n}`, "x", 1)));
  for (let n = 0; n < 100; n++) await store.set(`alive-${n}`, "x", 60_000);
  // The write does not wait for the removal.
  for (let tries = 0; tries < 200 && (await rows()) > 100; tries++) await pool.query("SELECT 1");
  assert.equal(await rows(), 100);
  assert.equal(await store.get("alive-0"), "x");
});

test("a bucket works after the database's clock was set back", async () => {
  const store = postgresStore((text, values) => pool.query(text, values));
  const key = `bucket:${crypto.randomUUID()}`;
  const hour = Date.now() + 3_600_000;
  await store.set(key, `${hour} 0`, 7_200_000);
  const wait = await store.takeToken(key, 3, 50);
  assert.ok(wait > 0 && wait <= 50, String(wait));
  await new Promise((resolve) => setTimeout(resolve, 80));
  assert.equal(await store.takeToken(key, 3, 50), 0);
});

test("a table's name is checked, because it cannot be a parameter", () => {
  for (const table of ['x"; DROP TABLE y; --', "", "a.b.c", "a b", "1a", "é"]) {
    assert.throws(() => postgresStore(async () => ({ rows: [] }), { table }), TypeError);
    assert.throws(() => postgresTable({ table }), TypeError);
  }
  assert.match(postgresTable({ table: "calls.decisions" }), /"calls"\."decisions"/);
});
