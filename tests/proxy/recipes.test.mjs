/** The recipes of docs/proxy.md, unchanged, each in its framework. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startMock } from "./helpers/mock.mjs";
import { packaged } from "./helpers/package.mjs";
import { connectPostgres, startPostgres } from "./helpers/postgres.mjs";
import { sendRaw } from "./helpers/raw.mjs";
import { startRedis } from "./helpers/redis.mjs";
import { requestFor, dialRequest, key, parseAnswer, serve } from "./helpers/serve.mjs";
import { bundleForWorkers } from "./helpers/workers.mjs";

const mock = await startMock();
const [application] = mock.applications;
process.env.NINJAHIRE_API_KEY = key;

const workspace = resolve(import.meta.dirname, "../..");
// Below the workspace, so that the frameworks are found.
const folder = resolve(workspace, `node_modules/.cache/recipes-${process.pid}`);
after(() => rmSync(folder, { recursive: true, force: true }));

const urlOf = (file) => JSON.stringify(pathToFileURL(packaged(file)));

/** Writes the recipe that begins with `// file`, with the API replaced by the mock. */
function recipe(file) {
  const page = readFileSync(join(workspace, "docs/proxy.md"), "utf8");
  const blocks = [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);
  const code = blocks.find((code) => code.startsWith(`// ${file}\n`));
  assert.ok(code, `docs/proxy.md has ${file}`);
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(
    join(dirname(path), "session.js"),
    `export const userOf = async (request) =>
       request.headers.get("cookie") === "session=ann" ? { id: "ann" } : undefined;`,
  );
  writeFileSync(
    path,
    code
      .replace('"ninjahire-calls/proxy"', urlOf("proxy/index.js"))
      .replace(/"ninjahire-calls\/(proxy\/\w+)"/, (_, entry) => urlOf(`${entry}.js`))
      .replace("createProxy({", `createProxy({ upstream: ${JSON.stringify(mock.url)},`),
  );
  return path;
}
const load = (file) => import(pathToFileURL(recipe(file)).href);

/** The requests of a page (lists, dials, dials again with the same key), and forbidden requests. */
async function tryOut(send) {
  await mock.reset();
  const request = (path, init = {}, cookie = "session=ann") =>
    send(`/api/ninjahire${path}`, {
      ...init,
      headers: { "sec-fetch-site": "same-origin", cookie, ...init.headers },
    });
  const listing = await request("/calls?page=1&size=2");
  assert.equal(listing.status, 200);
  assert.equal((await listing.json()).data.length, 2);

  // The client sends the dial like this to a proxy on the page's origin.
  const dial = {
    method: "POST",
    headers: { "idempotency-key": crypto.randomUUID(), "content-type": "application/json" },
    body: "{}",
  };
  const path = `/applications/${application}/instant-call`;
  const answers = await Promise.all([1, 2, 3].map(() => request(path, dial)));
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.equal(new Set(bodies).size, 1);
  const { call_id } = JSON.parse(bodies[0]);
  assert.equal((await (await request(`/calls/${call_id}`)).json()).call_id, call_id);

  const refused = await request("/calls?page=1", {}, "session=mallory");
  assert.equal(refused.status, 403);
  assert.equal((await refused.json()).type, "urn:ninjahire-calls:forbidden");
  const crossSite = { ...dial, headers: { ...dial.headers, "sec-fetch-site": "cross-site" } };
  const elsewhere = await request(path, crossSite);
  assert.equal(elsewhere.status, 403);
  await elsewhere.text();
  const counts = await mock.counts();
  assert.deepEqual([counts.instant_calls_received, counts.listings, counts.details], [1, 1, 1]);
}

/** The same over HTTP, and paths that no client would send. */
async function tryOutServer({ url, port }) {
  await tryOut((path, init) => fetch(url + path, init));
  const before = await mock.counts();
  for (const path of [
    "/calls/../admin",
    "/calls/%2e%2e/admin",
    "/calls/..%2fadmin",
    "/calls/a\\b",
    "//calls",
  ]) {
    const answer = await sendRaw(
      port,
      `GET /api/ninjahire${path} HTTP/1.1\r\nHost: ats.example\r\nCookie: session=ann\r\n\r\n`,
    );
    assert.match(String(answer.status), /^40[04]$/, path);
  }
  const { connections: _, ...reached } = await mock.counts();
  const { connections: __, ...earlier } = before;
  assert.deepEqual(reached, earlier);
}

test("Next: a route handler", async () => {
  const route = await load("app/api/ninjahire/[...path]/route.js");
  await tryOut((path, init) => {
    const request = new Request(`http://localhost:3000${path}`, init);
    return route[request.method](request, { params: Promise.resolve({ path: path.split("/") }) });
  });
});

test("Express", async (t) => {
  const { app } = await load("express.js");
  await tryOutServer(await serve(t, app));
});

test("Hono, on Node", async (t) => {
  const { app } = await load("hono.js");
  const { getRequestListener } = await import("@hono/node-server");
  await tryOutServer(await serve(t, getRequestListener(app.fetch)));
});

test("Fastify", async (t) => {
  const { app } = await load("fastify.js");
  await app.listen({ port: 0, host: "127.0.0.1" });
  t.after(() => app.close());
  const { port } = app.server.address();
  await tryOutServer({ port, url: `http://127.0.0.1:${port}` });
});

test("Workers, on workerd, with a Durable Object for a store", async (t) => {
  const { Miniflare } = await import("miniflare");
  const script = await bundleForWorkers(recipe("worker.js"));
  const worker = new Miniflare({
    modules: true,
    script,
    compatibilityDate: "2026-01-01",
    bindings: { NINJAHIRE_API_KEY: key },
    durableObjects: { ENTRIES: { className: "Entry", useSQLite: true } },
  });
  t.after(() => worker.dispose());
  await worker.ready;
  await tryOut((path, init) => worker.dispatchFetch(`http://ats.example${path}`, init));
});

test("node:http, under Express's kind of mount and without one", async (t) => {
  const { nodeHandler, createProxy } = await import(pathToFileURL(packaged("proxy/index.js")).href);
  const authorize = (request) =>
    request.headers.get("cookie") === "session=ann" ? { caller: "ann" } : false;
  const handler = nodeHandler(createProxy({ apiKey: key, upstream: mock.url, authorize }));
  await tryOutServer(await serve(t, http.createServer(handler)));
  const mounted = http.createServer((request, response) => {
    request.originalUrl = request.url;
    request.url = request.url.replace("/api/ninjahire", "");
    return handler(request, response);
  });
  await tryOutServer(await serve(t, mounted));
});

/** A request from a page of the user. */
const as = (user, request) => {
  request.headers.set("cookie", `session=${user}`);
  return request;
};

test("with stored owners, users see the calls that they placed, at once, and no others", async () => {
  await mock.reset();
  const { proxy } = await load("owners.js");
  const { json } = await parseAnswer(await proxy(as("ann", dialRequest(application))));
  const own = await parseAnswer(await proxy(as("ann", requestFor(`/calls/${json.call_id}`))));
  assert.deepEqual([own.status, own.json.call_id], [200, json.call_id]);
  const [{ call_id: another }] = mock.calls;
  for (const request of [
    as("ann", requestFor(`/calls/${another}`)),
    as("mallory", requestFor(`/calls/${json.call_id}`)),
    as("ann", requestFor("/calls?page=1")),
  ]) {
    assert.equal((await parseAnswer(await proxy(request))).status, 403);
  }
});

/** The recipe with a failing store: reads go on, and dials are refused until the store is back. */
async function goesDown(t, file, goDown, comeBack) {
  await mock.reset();
  writeFileSync(
    recipe(file),
    `\nexport { ${file === "redis.js" ? "client" : "pool"} as connection };`,
    {
      flag: "a",
    },
  );
  t.mock.method(console, "error", () => {});
  const { proxy, connection } = await import(pathToFileURL(join(folder, file)).href);
  t.after(() => (connection.destroy ?? connection.end).call(connection));
  const dial = async (key) => parseAnswer(await proxy(as("ann", dialRequest(application, key))));
  const list = async () => parseAnswer(await proxy(as("ann", requestFor("/calls?page=1&size=1"))));
  const key = crypto.randomUUID();
  let first = await dial(key);
  // The client may still be connecting.
  for (let tries = 0; tries < 400 && first.status === 424; tries++) {
    await pause(25);
    first = await dial(key);
  }
  assert.equal(first.status, 200);
  await goDown();
  for (let n = 0; n < 3; n++) {
    assert.equal((await list()).status, 200);
    const refused = await dial();
    assert.deepEqual([refused.status, refused.type], [424, "not-placed"]);
  }
  assert.equal((await mock.counts()).instant_calls_received, 1);
  await comeBack();
  let again = await dial();
  for (let tries = 0; tries < 400 && again.status === 424; tries++) {
    await pause(25);
    again = await dial();
  }
  assert.equal(again.status, 200);
  assert.equal((await mock.counts()).instant_calls_received, 2);
}

test("Redis: when it goes down, reads go on and dials are refused as not placed", async (t) => {
  const redis = await startRedis();
  process.env.REDIS_URL = `unix://${redis.path}`;
  await goesDown(t, "redis.js", redis.kill, redis.restart);
});

test("PostgreSQL: when it goes down, reads go on and dials are refused as not placed", async (t) => {
  const postgres = await startPostgres();
  const { postgresTable } = await import(pathToFileURL(packaged("proxy/postgres.js")).href);
  await connectPostgres(postgres.settings).query(postgresTable());
  const { host, user, database } = postgres.settings;
  process.env.DATABASE_URL = `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`;
  await goesDown(t, "postgres.js", postgres.kill, postgres.restart);
});
