// Client and proxy together, in real browsers, with connections that are reset at every point. One
// decision rings at most once, and an answer with a call_id always belongs to a placed call.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { startMock } from "../proxy/helpers/mock.mjs";
import { createProxy, nodeHandler } from "../proxy/helpers/package.mjs";
import { points, random, startRelay } from "../proxy/helpers/relay.mjs";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
const types = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Opens a page in a browser, and returns a function that evaluates in it. */
async function open(name, url) {
  if (name === "firefox") {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
      headless: true,
      protocolTimeout: 300_000,
    });
    after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

/** Resets about one request in three, at a point from the seed. */
const chaos = (seed) => {
  const next = random(seed);
  return () => (next() < 0.35 ? points[Math.floor(next() * points.length)] : undefined);
};

const runs = { chromium: 1_000, firefox: 1_000 };
for (const [name, decisions] of Object.entries(runs)) {
  test(`${name}: of ${decisions} decisions none rings twice, and each that was answered has rung`, async (t) => {
    const mock = await startMock(
      "--call-seconds",
      "0.2",
      "--assess-seconds",
      "0.1",
      "--results",
      "3000",
    );
    const toUpstream = await startRelay(mock.port, chaos(7));
    const proxy = nodeHandler(
      createProxy({
        apiKey: "test-key",
        upstream: toUpstream.url,
        authorize: () => ({ caller: "one" }),
        rateLimit: false,
        onError: () => {},
      }),
    );
    const server = http.createServer(async (request, response) => {
      if (request.url.startsWith("/api/ninjahire/")) return proxy(request, response);
      if (request.url === "/")
        return response.setHeader("content-type", "text/html").end("<!doctype html>");
      const body = await readFile(join(root, request.url.replace("/pkg/", ""))).catch(() => "");
      response.setHeader("content-type", types[extname(request.url)] ?? "text/plain").end(body);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const port = server.address().port;
    // Only the calls go through the relay, not the page.
    const plan = chaos(11);
    let armed = false;
    const toProxy = await startRelay(port, () => (armed ? plan() : undefined));
    const page = await open(name, toProxy.url);
    await page.evaluate(async () => {
      const { NinjaHireClient, init } = await import("/pkg/index.js");
      await init();
      globalThis.client = new NinjaHireClient({
        baseUrl: "/api/ninjahire",
        redialGuardMs: 0,
        timeoutMs: 10_000,
      });
    });
    armed = true;

    const outcomes = { placed: 0, unknown: 0, refused: 0 };
    for (let left = decisions; left > 0;) {
      const round = mock.applications.slice(0, Math.min(left, mock.applications.length));
      left -= round.length;
      await mock.reset();
      const answers = await page.evaluate(async (ids) => {
        const waiting = [...ids];
        const answers = {};
        const work = async () => {
          for (let id; (id = waiting.pop());) {
            answers[id] = await client.initiateInstantCall(id).then(
              ({ call_id }) => ({ call_id }),
              ({ code }) => ({ code }),
            );
          }
        };
        await Promise.all([work(), work(), work(), work()]);
        return answers;
      }, round);
      // Give requests between proxy and upstream time to arrive.
      await new Promise((resolve) => setTimeout(resolve, 150));
      const placed = new Map();
      for (const { application_id, call_id } of await mock.placed()) {
        placed.set(application_id, [...(placed.get(application_id) ?? []), call_id]);
      }
      for (const id of round) {
        const rang = placed.get(id) ?? [];
        const { call_id, code } = answers[id];
        assert.ok(rang.length <= 1, `${id} rang ${rang.length} times`);
        if (call_id) assert.deepEqual(rang, [call_id]);
        else if (code !== "dial_outcome_unknown") assert.deepEqual(rang, [], code);
        outcomes[call_id ? "placed" : code === "dial_outcome_unknown" ? "unknown" : "refused"] += 1;
      }
    }
    t.diagnostic(
      `${JSON.stringify(outcomes)}; resets ${JSON.stringify([toProxy.resets, toUpstream.resets])}`,
    );
    assert.ok(
      outcomes.placed > decisions / 5 && outcomes.unknown > decisions / 20,
      JSON.stringify(outcomes),
    );
    server.closeAllConnections();
    server.close();
    await Promise.all([toProxy.close(), toUpstream.close()]);
  });
}
