// Reads that are sent while the wasm is being downloaded, in a browser. The server holds the wasm
// back, so no test depends on time.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { openChromium } from "../elements/helpers/browser.mjs";
import { until } from "./client.mjs";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const html = '<!doctype html><title>Test</title><link rel="icon" href="data:,">';
const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
let browser, server, site, page;
/** The reads that reached the server. */
let reads;
/** Answers the read at an index. */
let answer;
/** Lets the wasm go, or answers with this status instead. */
let release;
let released;

before(async () => {
  server = http.createServer(async (request, response) => {
    const { url, method, headers } = request;
    if (url === "/") {
      return response.setHeader("content-type", "text/html").end(html);
    }
    if (url.startsWith("/api/")) {
      reads.push({ url, method, headers, response });
      return answer(response, url);
    }
    const status = url.endsWith("core.wasm") ? await released : 200;
    if (status !== 200) return response.writeHead(status).end();
    response.setHeader("content-type", types[extname(url)]);
    response.end(await readFile(join(root, url.replace("/pkg/", ""))));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site = `http://127.0.0.1:${server.address().port}/`;
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  server.close();
});

beforeEach(async () => {
  reads = [];
  released = new Promise((resolve) => (release = resolve));
  answer = (response, url) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ call_id: url.split("/").at(-1), call_status: "call_completed" }));
  };
  await page?.close();
  page = await browser.newPage();
  await page.goto(site);
  await page.evaluate(async () => {
    globalThis.nh = await import("/pkg/index.js");
    globalThis.outcome = (promise) =>
      promise.then(
        (value) => ({ value }),
        ({ name, code }) => ({ code: name === "AbortError" ? name : code }),
      );
    /** Starts a read of a call with a new client, whose outcome `read` is. */
    globalThis.startRead = (id, options, readOptions) => {
      const client = new nh.NinjaHireClient({ baseUrl: "/api", ...options });
      globalThis.read = outcome(client.getCallDetails(id, readOptions));
    };
  });
});

const startRead = (...args) => page.evaluate((args) => startRead(...args), args);
const outcome = () => page.evaluate(() => globalThis.read);
/** Waits until all that the page has sent before this has reached the server. */
const barrier = () =>
  page.evaluate(() => fetch("/pkg/index.js", { cache: "no-store" }).then(() => {}));

test("the first read reaches the server before the wasm, and once", async () => {
  await startRead("c-1");
  await until(() => reads.length === 1);
  release(200);
  assert.equal((await outcome()).value.call_id, "c-1");
  assert.deepEqual(
    reads.map(({ method, url }) => `${method} ${url}`),
    ["GET /api/calls/c-1"],
  );
  assert.equal(reads[0].headers.accept, "application/json");
});

test("it has the client's headers, and follows its route", async () => {
  const routes = { callDetails: "GET /v2/{call_id}/details" };
  await startRead("c-1", { routes, headers: { "x-tenant": "acme", Accept: "text/x" } });
  await until(() => reads.length === 1);
  release(200);
  await outcome();
  assert.equal(reads.length, 1);
  assert.equal(reads[0].url, "/api/v2/c-1/details");
  assert.equal(reads[0].headers["x-tenant"], "acme");
  assert.equal(reads[0].headers.accept, "application/json, text/x");
});

test("inherited options count, as they do for the wasm", async () => {
  await page.evaluate(() => {
    const options = Object.create({ baseUrl: "/api/inherited" });
    globalThis.read = outcome(new nh.NinjaHireClient(options).getCallDetails("c-1"));
  });
  await until(() => reads.length === 1);
  release(200);
  assert.equal((await outcome()).value.call_id, "c-1");
  assert.deepEqual(
    reads.map(({ url }) => url),
    ["/api/inherited/calls/c-1"],
  );
});

test("options that cannot be read have the same effect before and after the start", async () => {
  await page.evaluate(() => {
    const unreadable = (name, options) =>
      Object.defineProperty(options, name, {
        enumerable: true,
        get() {
          throw new Error("it throws");
        },
      });
    globalThis.readAll = () =>
      Promise.all([
        ...["headers", "credentials", "fetch", "token", "onEvent"].map((name) => {
          const client = new nh.NinjaHireClient(unreadable(name, { baseUrl: "/api" }));
          return outcome(client.getCallDetails("c-1"));
        }),
        outcome(
          new nh.NinjaHireClient({ baseUrl: "/api" }).getCallDetails(
            "c-1",
            unreadable("signal", {}),
          ),
        ),
      ]);
    globalThis.read = readAll();
  });
  release(200);
  const before = await outcome();
  assert.deepEqual(before, await page.evaluate(() => readAll()));
  assert.equal(before.length, 6);
});

test("a failed early read is retried as every read is", async () => {
  const succeed = answer;
  answer = (response) => {
    answer = succeed;
    response.writeHead(503).end();
  };
  await startRead("c-1");
  await until(() => reads.length === 1);
  release(200);
  assert.equal((await outcome()).value.call_id, "c-1");
  assert.equal(reads.length, 2);
});

test("an early read of a call that does not exist is a NotFoundError", async () => {
  answer = (response) => response.writeHead(404).end();
  await startRead("c-1");
  await until(() => reads.length === 1);
  release(200);
  assert.deepEqual(await outcome(), { code: "not_found" });
  assert.equal(reads.length, 1);
});

test("reads of different calls are sent early, and each gets its own answer", async () => {
  const read = page.evaluate(async () => {
    const client = new nh.NinjaHireClient({ baseUrl: "/api" });
    const calls = await Promise.all(["a", "b", "c"].map((id) => client.getCallDetails(id)));
    return calls.map((call) => call.call_id);
  });
  await until(() => reads.length === 3);
  release(200);
  assert.deepEqual(await read, ["a", "b", "c"]);
  assert.equal(reads.length, 3);
});

test("a watch sends its first poll early, and once", async () => {
  const watched = page.evaluate(async () => {
    const client = new nh.NinjaHireClient({ baseUrl: "/api" });
    return (await client.waitForCall("c-1", { until: "ended" })).call_status;
  });
  await until(() => reads.length === 1);
  release(200);
  assert.equal(await watched, "call_completed");
  assert.equal(reads.length, 1);
});

test("a watch in a hidden page sends nothing early", async () => {
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    const client = new nh.NinjaHireClient({ baseUrl: "/api" });
    void client.watchCall("c-1").next();
  });
  await barrier();
  assert.equal(reads.length, 0);
});

for (const [what, options, id, readOptions] of [
  ["with a custom fetch", { fetch: "function" }, "c-1"],
  ["with a token", { token: "function" }, "c-1"],
  ["with an observer", { onEvent: "function" }, "c-1"],
  ["with a wrong base URL", { baseUrl: 7 }, "c-1"],
  ["with a wrong route", { routes: { callDetails: "{call_id}" } }, "c-1"],
  ["of an id that is not plain", {}, "../calls"],
  ["of an id that is no string", {}, 17],
  ["with options that may be wrong", {}, "c-1", { timeoutMs: -1 }],
]) {
  test(`nothing is sent early ${what}`, async () => {
    await page.evaluate(
      ([options, ...args]) => {
        for (const [name, value] of Object.entries(options)) {
          if (value === "function") options[name] = () => new Promise(() => {});
        }
        startRead(args[0], options, args[1]);
      },
      [options, id, readOptions],
    );
    await barrier();
    assert.equal(reads.length, 0);
  });
}

test("where the wasm builds another request, that one is answered, and the early one is aborted", async () => {
  const succeed = answer;
  answer = () => {};
  await page.evaluate(() => {
    const headers = { "x-tenant": "before" };
    startRead("c-1", { headers });
    headers["x-tenant"] = "after";
  });
  await until(() => reads.length === 1);
  const [early] = reads;
  answer = succeed;
  release(200);
  assert.equal((await outcome()).value.call_id, "c-1");
  assert.deepEqual(
    reads.map(({ headers }) => headers["x-tenant"]),
    ["before", "after"],
  );
  await until(() => early.response.destroyed);
});

test("aborting the read aborts an early one that hangs", async () => {
  answer = () => {};
  await page.evaluate(() => {
    globalThis.controller = new AbortController();
    startRead("c-1", {}, { signal: controller.signal });
  });
  await until(() => reads.length === 1);
  release(200);
  await page.evaluate(() => nh.init());
  await page.evaluate(() => controller.abort());
  assert.deepEqual(await outcome(), { code: "AbortError" });
  await until(() => reads[0].response.destroyed);
  assert.equal(reads.length, 1);
});

test("after a read that was aborted before the wasm is there, the next one is sent early", async () => {
  const early = await page.evaluate(() => {
    const send = globalThis.fetch;
    globalThis.sent = [];
    globalThis.fetch = (request, init) => {
      if (request.url?.includes("/api/")) sent.push(init?.signal ?? request.signal);
      return send(request, init);
    };
    const client = new nh.NinjaHireClient({ baseUrl: "/api" });
    const controller = new AbortController();
    const watch = client.watchCall("c-1", { signal: controller.signal });
    watch.next().catch(() => {});
    controller.abort();
    globalThis.read = outcome(client.getCallDetails("c-1"));
    return sent.map((signal) => signal.aborted);
  });
  assert.deepEqual(early, [true, false]);
  release(200);
  assert.equal((await outcome()).value.call_id, "c-1");
  assert.equal(await page.evaluate(() => sent.length), 2);
});

test("where the wasm cannot be loaded, the read fails and the early one is aborted", async () => {
  answer = () => {};
  await startRead("c-1");
  await until(() => reads.length === 1);
  release(404);
  assert.deepEqual(await outcome(), { code: "start_failed" });
  await until(() => reads[0].response.destroyed);
});

test("a dial is never sent early", async () => {
  await page.evaluate(() => {
    const client = new nh.NinjaHireClient({ baseUrl: "/api" });
    globalThis.read = outcome(client.initiateInstantCall("a-1"));
  });
  await barrier();
  assert.equal(reads.length, 0);
  release(200);
  await outcome();
  assert.deepEqual(
    reads.map(({ method, url }) => `${method} ${url}`),
    ["POST /api/applications/a-1/instant-call"],
  );
});
