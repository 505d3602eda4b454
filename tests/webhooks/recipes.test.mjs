/** The recipes of docs/webhooks.md, unchanged, each in its framework. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import express from "express";
import { packaged } from "../proxy/helpers/package.mjs";
import { sendRaw } from "../proxy/helpers/raw.mjs";
import { serve } from "../proxy/helpers/serve.mjs";
import { bundleForWorkers } from "../proxy/helpers/workers.mjs";
import {
  delivery,
  headersFor,
  listening,
  nodeWebhookHandler,
  outcome,
  secret,
} from "./helpers/webhooks.mjs";

process.env.NINJAHIRE_WEBHOOK_SECRET = secret;
const workspace = resolve(import.meta.dirname, "../..");
// Below the workspace, so that the frameworks are found.
const folder = resolve(workspace, `node_modules/.cache/webhook-recipes-${process.pid}`);
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the recipe that starts with `// file`. The refreshed calls are in `globalThis.refreshed`. */
function recipe(file, entry = "webhooks/index.node.js") {
  const page = readFileSync(join(workspace, "docs/webhooks.md"), "utf8");
  const blocks = [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);
  const code = blocks.find((code) => code.startsWith(`// ${file}\n`));
  assert.ok(code, `docs/webhooks.md has ${file}`);
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(
    join(dirname(path), "refresh.js"),
    `export const refresh = (id) => {
       if (id === "fails") throw new Error("refresh");
       (globalThis.refreshed ??= []).push(id);
     };`,
  );
  const url = pathToFileURL(packaged(entry)).href;
  writeFileSync(path, code.replace('"ninjahire-calls/webhooks"', JSON.stringify(url)));
  return path;
}
const load = (file) => import(pathToFileURL(recipe(file)).href);

/** The vendor's posts (JSON, forms, repeats, retries), and forbidden requests. */
async function tryOut(send, refreshed = () => globalThis.refreshed.splice(0)) {
  globalThis.refreshed = [];
  const post = async (text, init) => {
    const request = delivery(text, init);
    const body = await request.text();
    const { method, headers } = request;
    const response = await send("/webhooks/ninjahire", { method, headers: [...headers], body });
    return outcome(response);
  };
  const form = "call_id=form-1&call_score=87";
  const asForm = {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    method: "PUT",
  };
  const pretty = JSON.stringify({ call_id: "pretty-1" }, null, 2);
  const body = JSON.stringify({ call_id: "json-1", transcript: "é🙂".repeat(50_000) });
  assert.deepEqual(await post(body), [200, "handled"]);
  assert.deepEqual(await post(body), [200, "duplicate"]);
  assert.deepEqual(await post(pretty, { signed: '{"call_id":"pretty-1"}' }), [200, "handled"]);
  assert.deepEqual(await post(form, asForm), [200, "handled"]);
  assert.deepEqual(await post(body, { signed: "x" }), [401, "signature_mismatch"]);
  assert.deepEqual(await post('{"call_id":"fails"}'), [500, "failed"]);
  assert.deepEqual(await post('{"call_id":"fails"}'), [500, "failed"]);
  assert.deepEqual(refreshed(), ["json-1", "pretty-1", "form-1"]);
}

test("Next: a route handler", async (t) => {
  t.mock.method(console, "error", () => {});
  const route = await load("app/webhooks/ninjahire/route.js");
  await tryOut((path, init) =>
    route[init.method](new Request(`http://localhost:3000${path}`, init)),
  );
});

test("Express, and its body parsers come after it", async (t) => {
  t.mock.method(console, "error", () => {});
  const { app } = await load("express.js");
  app.post("/echo", (request, response) => response.json(request.body));
  const { url } = await serve(t, app);
  await tryOut((path, init) => fetch(url + path, init));
  const echo = { method: "POST", headers: { "content-type": "application/json" }, body: '{"a":1}' };
  assert.deepEqual(await (await fetch(`${url}/echo`, echo)).json(), { a: 1 });
});

test("Hono, on Node", async (t) => {
  t.mock.method(console, "error", () => {});
  const { app } = await load("hono.js");
  const { getRequestListener } = await import("@hono/node-server");
  const { url } = await serve(t, getRequestListener(app.fetch));
  await tryOut((path, init) => fetch(url + path, init));
});

test("Workers, on workerd, with a Durable Object for a store", async (t) => {
  const { Miniflare } = await import("miniflare");
  const path = recipe("worker.js", "webhooks/index.workerd.js");
  // The refreshed calls are read over HTTP.
  const code = readFileSync(path, "utf8").replace(
    "fetch(request, env, ctx) {",
    `fetch(request, env, ctx) {
       if (request.url.endsWith("/refreshed")) return Response.json(globalThis.refreshed);`,
  );
  writeFileSync(path, code);
  const script = await bundleForWorkers(path);
  const worker = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.js", contents: script },
      { type: "CompiledWasm", path: "core.wasm", contents: readFileSync(packaged("core.wasm")) },
    ],
    compatibilityDate: "2026-01-01",
    bindings: { NINJAHIRE_WEBHOOK_SECRET: secret },
    durableObjects: { ENTRIES: { className: "Entry", useSQLite: true } },
  });
  t.after(() => worker.dispose());
  await worker.ready;
  const send = (path, init) => worker.dispatchFetch(`http://ats.example${path}`, init);
  let refreshed;
  await tryOut(
    async (path, init) => {
      const response = await send(path, init);
      refreshed = await (await send("/refreshed")).json();
      return response;
    },
    () => refreshed,
  );
});

/** Servers that have read the body before the handler sees the request. */
for (const [name, parser] of [
  ["express.raw", express.raw({ type: "*/*" })],
  ["express.text", express.text({ type: "*/*" })],
  ["express.json, which keeps no bytes", express.json()],
  [
    "express.json with rawBody",
    express.json({ verify: (request, _, bytes) => (request.rawBody = bytes) }),
  ],
]) {
  test(`after ${name}, a webhook that is signed like the vendor's sample is accepted`, async (t) => {
    const { handler, events } = listening();
    const app = express().use(parser).use("/", nodeWebhookHandler(handler));
    const { url } = await serve(t, app);
    const body = JSON.stringify({ call_id: "c-1", call_score: 5 });
    const sent = await fetch(url, { method: "POST", body, headers: headersFor(body) });
    assert.deepEqual(await outcome(sent), [200, "handled"]);
    assert.equal(events[0].call.call_score, 5);
    const forged = await fetch(url, { method: "POST", body, headers: headersFor("x") });
    assert.deepEqual(await outcome(forged), [401, "signature_mismatch"]);
  });
}

test("node:http: a body over the bound is refused while it is being sent", async (t) => {
  const { handler } = listening({ maxBytes: 1_000 });
  const { port, url } = await serve(t, http.createServer(nodeWebhookHandler(handler)));
  const head = "POST / HTTP/1.1\r\nHost: a\r\n";
  const said = await sendRaw(port, `${head}Content-Length: 1000000\r\n\r\nx`);
  assert.equal(said.status, 413);
  assert.match(said.head, /connection: close/i);
  const chunk = `400\r\n${"x".repeat(1_024)}\r\n`;
  const chunked = await sendRaw(port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`);
  assert.equal(chunked.status, 413);
  assert.equal((await fetch(url)).status, 405);
  assert.equal((await fetch(url, { method: "HEAD" })).status, 405);
});

test("node:http: where a sender disconnects, onCall is not called, and the next one is served", async (t) => {
  const { handler, events } = listening();
  const { port, url } = await serve(t, http.createServer(nodeWebhookHandler(handler)));
  const body = JSON.stringify({ call_id: "c-1" });
  const headers = Object.entries(headersFor(body)).map(([name, value]) => `${name}: ${value}\r\n`);
  const cut = `POST / HTTP/1.1\r\nHost: a\r\n${headers.join("")}Content-Length: ${body.length}\r\n\r\n`;
  await sendRaw(port, cut + body.slice(0, 5), { waitMs: 100 });
  assert.equal(events.length, 0);
  const sent = await fetch(url, { method: "POST", body, headers: headersFor(body) });
  assert.deepEqual(await outcome(sent), [200, "handled"]);
});
