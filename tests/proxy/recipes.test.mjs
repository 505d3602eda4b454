/** The recipes of docs/proxy.md, word for word, each in the framework it is for. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { startMock } from "./helpers/mock.mjs";
import { packaged } from "./helpers/package.mjs";
import { sendRaw } from "./helpers/raw.mjs";
import { key, serve } from "./helpers/serve.mjs";

const mock = await startMock();
const [application] = mock.applications;
process.env.NINJAHIRE_API_KEY = key;

const workspace = resolve(import.meta.dirname, "../..");
// Below the workspace, so that the frameworks are found.
const folder = resolve(workspace, `node_modules/.cache/recipes-${process.pid}`);
after(() => rmSync(folder, { recursive: true, force: true }));

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
      .replace('"ninjahire-calls/proxy"', JSON.stringify(pathToFileURL(packaged("proxy/index.js"))))
      .replace("createProxy({", `createProxy({ upstream: ${JSON.stringify(mock.url)},`),
  );
  return path;
}
const load = (file) => import(pathToFileURL(recipe(file)).href);

/** What a page does: lists, dials, dials again under the same key; and what others try. */
async function tryOut(send) {
  await mock.reset();
  const ask = (path, init = {}, cookie = "session=ann") =>
    send(`/api/ninjahire${path}`, {
      ...init,
      headers: { "sec-fetch-site": "same-origin", cookie, ...init.headers },
    });
  const listing = await ask("/calls?page=1&size=2");
  assert.equal(listing.status, 200);
  assert.equal((await listing.json()).data.length, 2);

  const dial = { method: "POST", headers: { "idempotency-key": crypto.randomUUID() } };
  const path = `/applications/${application}/instant-call`;
  const answers = await Promise.all([1, 2, 3].map(() => ask(path, dial)));
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.equal(new Set(bodies).size, 1);
  const { call_id } = JSON.parse(bodies[0]);
  assert.equal((await (await ask(`/calls/${call_id}`)).json()).call_id, call_id);

  const refused = await ask("/calls?page=1", {}, "session=mallory");
  assert.equal(refused.status, 403);
  assert.equal((await refused.json()).type, "urn:ninjahire-calls:forbidden");
  const crossSite = { ...dial, headers: { ...dial.headers, "sec-fetch-site": "cross-site" } };
  const elsewhere = await ask(path, crossSite);
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
  const bundle = await build({
    entryPoints: [recipe("worker.js")],
    bundle: true,
    format: "esm",
    external: ["cloudflare:workers"],
    write: false,
    plugins: [
      {
        name: "file-urls",
        setup: (build) =>
          build.onResolve({ filter: /^file:/ }, ({ path }) => ({ path: new URL(path).pathname })),
      },
    ],
  });
  const worker = new Miniflare({
    modules: true,
    script: bundle.outputFiles[0].text,
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
