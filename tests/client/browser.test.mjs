// Tests that need a browser: tabs, storage, reloads, keys in pages, kept connections.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { startMock } from "../proxy/helpers/mock.mjs";
import { until } from "./client.mjs";

const mock = await startMock("--call-seconds", "0.5", "--assess-seconds", "0.1");
const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
let next = 20;
let browser, server, site, context, page;
/** The requests that reached the page's origin as a proxy. */
let proxied = [];

before(async () => {
  server = http.createServer(async (request, response) => {
    const { url, method, headers } = request;
    if (url.startsWith("/api/")) {
      const body = (await request.toArray()).join("");
      proxied.push({ url, method, type: headers["content-type"], body });
      return response.setHeader("content-type", "application/json").end('{"call_id":"c-1"}');
    }
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' ${mock.url}; worker-src 'self'`,
    );
    if (url === "/")
      return response
        .setHeader("content-type", "text/html")
        .end("<!doctype html><title>Test</title>");
    if (url === "/worker.js") {
      response.setHeader("content-type", "text/javascript");
      return response.end(`
        import { NinjaHireClient } from "/pkg/index.js";
        try { new NinjaHireClient({ apiKey: "k" }); postMessage("made"); } catch (e) { postMessage(e.param); }`);
    }
    try {
      const body = await readFile(join(root, url.replace("/pkg/", "")));
      response.setHeader("content-type", types[extname(url)] ?? "text/plain").end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
});
after(async () => {
  await browser?.close();
  server.close();
});
beforeEach(async () => {
  await mock.reset();
  await context?.close();
  context = await browser.newContext();
  page = await open();
});

/** A tab with the package and a client in it. */
async function open() {
  const tab = await context.newPage();
  await tab.goto(site);
  await start(tab);
  return tab;
}

const start = (tab) =>
  tab.evaluate(async (baseUrl) => {
    globalThis.nh = await import("/pkg/index.js");
    globalThis.clientOf = (options) =>
      new nh.NinjaHireClient({ baseUrl, apiKey: "k", dangerouslyAllowBrowser: true, ...options });
    globalThis.outcome = (promise) =>
      promise.then(
        (value) => ({ value }),
        (error) => ({
          code: error.code,
          token: error.redialToken,
          message: String(error.message ?? error),
        }),
      );
    globalThis.dial = (id, options, settings) =>
      outcome(clientOf(settings).initiateInstantCall(id, options));
  }, mock.url);

const application = () => mock.applications[next++];
const received = async () => (await mock.counts()).instant_calls_received;
const dial = (tab, ...args) => tab.evaluate((args) => dial(...args), args);

test("in a page with README's CSP the client starts, and reads a listing", async () => {
  const count = await page.evaluate(
    async () => (await clientOf().listScreeningResults({ size: 5 })).data.length,
  );
  assert.equal(count, 5);
});

test("the error names a CSP without wasm-unsafe-eval", async () => {
  const tab = await context.newPage();
  await tab.route(site, async (route) => {
    const response = await route.fetch();
    const csp = "default-src 'none'; script-src 'self'; connect-src 'self'";
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": csp },
    });
  });
  await tab.goto(site);
  const error = await tab.evaluate(async () => {
    const { NinjaHireClient } = await import("/pkg/index.js");
    return new NinjaHireClient().getCallDetails("x").catch((e) => [e.name, e.message]);
  });
  assert.equal(error[0], "WebAssemblyUnavailableError");
  assert.match(error[1], /wasm-unsafe-eval/);
});

test("a key in a page or a worker is refused at once, and the error says what to do", async () => {
  const message = await page.evaluate(() => {
    try {
      new nh.NinjaHireClient({ apiKey: "k" });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /ninjahire-calls\/proxy/);
  const inWorker = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker("/worker.js", { type: "module" }).onmessage = ({ data }) => resolve(data);
      }),
  );
  assert.equal(inWorker, "apiKey");
});

test("a dial in another tab of the origin is refused while the first is pending", async () => {
  const [id, tab] = [application(), await open()];
  await mock.fault({ delay_ms: 2_000 }, { match: { method: "POST" } });
  const first = dial(page, id);
  await until(async () => (await received()) === 1);
  assert.equal((await dial(tab, id)).code, "dial_pending");
  assert.ok((await first).value.call_id);
  assert.equal(await received(), 1);
});

test("a redial is refused after a reload and in another tab, until it is confirmed", async () => {
  const id = application();
  assert.ok((await dial(page, id)).value.call_id);
  await page.reload();
  await start(page);
  const refused = await dial(page, id);
  assert.equal(refused.code, "redial_guard");
  assert.equal((await dial(await open(), id)).code, "redial_guard");
  assert.ok((await dial(page, id, { redial: refused.token })).value.call_id);
  assert.equal(await received(), 2);
});

test("a page that is closed while it dials leaves the guard behind", async () => {
  const id = application();
  await mock.fault({ stall: "headers" }, { match: { method: "POST" } });
  void page.evaluate((id) => void dial(id), id);
  await until(async () => (await received()) === 1);
  await page.close();
  page = await open();
  assert.equal((await dial(page, id)).code, "redial_guard");
  assert.equal(await received(), 1);
});

test("a dial to a proxy of the page's origin is JSON, in any spelling of the origin", async () => {
  const variants = [
    { baseUrl: "/api/ninjahire" },
    { baseUrl: `${site}api/ninjahire` },
    { baseUrl: "./api/ninjahire", token: () => "t" },
  ];
  for (const options of variants) {
    proxied = [];
    const id = application();
    const call = await page.evaluate(
      ([id, options]) =>
        new nh.NinjaHireClient({
          ...options,
          ...(options.token && { token: () => "t" }),
        }).initiateInstantCall(id),
      [id, { ...options, token: options.token && true }],
    );
    assert.equal(call.call_id, "c-1");
    assert.deepEqual(proxied, [
      {
        url: `/api/ninjahire/applications/${id}/instant-call`,
        method: "POST",
        type: "application/json",
        body: "{}",
      },
    ]);
  }
  // A read has neither.
  proxied = [];
  await page.evaluate(() => new nh.NinjaHireClient({ baseUrl: "/api" }).getCallDetails("c-1"));
  assert.deepEqual([proxied[0].type, proxied[0].body], [undefined, ""]);
});

test("a dial to another origin has no body, no content type and no further preflight", async () => {
  await dial(page, application());
  const [post] = (await mock.log()).filter(({ method }) => method === "POST");
  assert.equal(post.headers["content-type"], undefined);
  assert.equal(post.headers["content-length"], "0");
  assert.equal((await mock.counts()).preflights, 1);
});

test("two tabs without Web Locks that dial one after the other ring once", async () => {
  const [id, tab] = [application(), await open()];
  const dialSlowly = (tab, ms) =>
    tab.evaluate(
      ([id, ms]) => {
        Object.defineProperty(navigator, "locks", { value: undefined });
        const token = () => new Promise((resolve) => setTimeout(resolve, ms, "t"));
        return dial(id, undefined, { apiKey: undefined, token, idempotencyKey: false });
      },
      [id, ms],
    );
  const outcomes = await Promise.all([dialSlowly(page, 300), dialSlowly(tab, 900)]);
  assert.deepEqual(
    outcomes.map(({ code, value }) => code ?? typeof value.call_id),
    ["string", "redial_guard"],
  );
  assert.equal(await received(), 1);
});

test("where Web Locks hang, a dial of the page is placed, and refused where storage is denied", async () => {
  await page.evaluate(() => {
    navigator.locks.request = () => new Promise(() => {});
  });
  assert.ok((await dial(page, application())).value.call_id);
  await page.evaluate(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  assert.equal((await dial(page, application())).code, "dial_pending");
  assert.equal(await received(), 1);
});

test("a stored dial has ids and times only", async () => {
  const id = application();
  const { call_id } = (await dial(page, id)).value;
  const stored = await page.evaluate(() => Object.entries({ ...localStorage }));
  assert.equal(stored.length, 1);
  assert.equal(stored[0][0], `ninjahire-calls:dial:${id}`);
  assert.match(stored[0][1], new RegExp(`^\\d+/\\d+ [0-9a-f-]{36} ${call_id}$`));
});

for (const reset of ["after_headers", "mid_body"]) {
  test(`a dial reset ${reset} on a connection that was warm reaches the server once`, async () => {
    const id = application();
    await page.evaluate(() => clientOf().listScreeningResults({ size: 1 }));
    await mock.fault({ reset }, { match: { method: "POST" }, times: 0 });
    const { code, message } = await dial(page, id);
    assert.equal(code, "dial_outcome_unknown");
    assert.match(message, /may be ringing/);
    assert.equal(await received(), 1);
  });
}

// Reset before any header on a kept-alive connection, Chromium itself sends it again; see
// docs/ringing-once.md. The test checks that the client calls `fetch` once, and reports the outcome.
test("a dial that the browser sends twice is one fetch, and its outcome is unknown", async () => {
  const id = application();
  await mock.fault({ reset: "before_headers" }, { match: { method: "POST" }, times: 0 });
  const [asked, { code }] = await page.evaluate(async (id) => {
    const events = [];
    await clientOf().listScreeningResults({ size: 1 });
    const result = await dial(id, {}, { onEvent: ({ type }) => events.push(type) });
    return [events.filter((type) => type === "request").length, result];
  }, id);
  assert.equal(asked, 1);
  assert.equal(code, "dial_outcome_unknown");
});

test("a redirect of a dial is not followed", async () => {
  const id = application();
  await mock.fault(
    { redirect: { status: 307, location: `/applications/${id}/instant-call` } },
    { match: { method: "POST" } },
  );
  assert.equal((await dial(page, id)).code, "dial_outcome_unknown");
  assert.equal(await received(), 1);
});

test("a hidden page does not poll, and polls at once when it is shown", async () => {
  const { call_id } = mock.calls.find(({ call_status }) => call_status === "call_completed");
  await mock.fault({ merge: { call_status: "call_in_progress" } }, { times: 0 });
  const polls = async () => (await mock.counts()).details;
  await page.evaluate((id) => {
    globalThis.show = (hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    const watch = clientOf().watchCall(id, { minIntervalMs: 1_500, maxIntervalMs: 1_500 });
    globalThis.watching = (async () => {
      for await (const _ of watch);
    })();
  }, call_id);
  await until(async () => (await polls()) === 1);
  await page.evaluate(() => show(true));
  await page.waitForTimeout(2_500);
  assert.equal(await polls(), 1);
  const shown = Date.now();
  await page.evaluate(() => show(false));
  await until(async () => (await polls()) === 2);
  assert.ok(Date.now() - shown < 1_400);
});

test("constructing a client starts the download, and importing does not", async () => {
  const tab = await context.newPage();
  const asked = [];
  tab.on("request", (request) => asked.push(request.url()));
  await tab.goto(site);
  const hasWasm = () => asked.some((url) => url.endsWith("/core.wasm"));
  await tab.evaluate(() => import("/pkg/index.js").then(() => undefined));
  assert.ok(!hasWasm());
  await start(tab);
  await tab.evaluate(() => void clientOf());
  await until(hasWasm);
});

test("a client without a wasm reports it only when it is used, and init with a source fixes it", async () => {
  const tab = await context.newPage();
  const problems = [];
  tab.on("pageerror", (error) => problems.push(error));
  await tab.route("**/pkg/core.wasm", (route) => route.fulfill({ status: 404 }));
  await tab.route("**/elsewhere/core.wasm", async (route) =>
    route.fulfill({ path: join(root, "core.wasm") }),
  );
  await tab.goto(site);
  await start(tab);
  const said = await tab.evaluate(async () => {
    const client = clientOf();
    const { code } = await client.listScreeningResults().catch((error) => error);
    await Promise.all([clientOf(), nh.init("/elsewhere/core.wasm")]);
    const { data } = await client.listScreeningResults();
    return { code, listed: data.length > 0 };
  });
  assert.deepEqual(said, { code: "start_failed", listed: true });
  assert.deepEqual(problems, []);
});

test("README's preload and the client share one download", async () => {
  const tab = await context.newPage();
  const asked = [];
  tab.on("request", (request) => asked.push(request.url()));
  const readme = await readFile(join(import.meta.dirname, "../../README.md"), "utf8");
  const [line] = readme.match(/^<link rel="preload".*$/m);
  await tab.goto(site);
  await tab.evaluate(
    async (html) => {
      document.head.insertAdjacentHTML("beforeend", html);
      const { promise, resolve } = Promise.withResolvers();
      document.head.querySelector("[rel=preload]").onload = resolve;
      await promise;
    },
    line.replace("/assets/", "/pkg/"),
  );
  await start(tab);
  const count = await tab.evaluate(
    async () => (await clientOf().listScreeningResults({ size: 5 })).data.length,
  );
  assert.equal(count, 5);
  assert.equal(asked.filter((url) => url.endsWith("/core.wasm")).length, 1);
});
