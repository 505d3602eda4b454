/** Facts on which client and proxy must agree. `tests/conformance.rs` runs the same tables against Rust. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createProxy } from "./helpers/package.mjs";
import { requestFor, dialRequest, parseAnswer } from "./helpers/serve.mjs";

const table = (name) =>
  JSON.parse(readFileSync(new URL(`../conformance/${name}.json`, import.meta.url), "utf8"));

/** A proxy whose API records its requests. */
function proxyWith(options) {
  const urls = [];
  const proxy = createProxy({
    apiKey: "sk_test_5f2b9c1e",
    authorize: () => true,
    rateLimit: false,
    onError: () => {},
    fetch: async (url) => (urls.push(url), Response.json({ call_id: "c-1", data: [] })),
    ...options,
  });
  return { proxy, urls };
}

/** The proxy with these options, or `undefined` if it refuses the option with this name. */
function proxyUnlessRefused(options, name) {
  try {
    return proxyWith(options);
  } catch (error) {
    assert.ok(error instanceof TypeError && error.message.includes(name), String(error));
    return undefined;
  }
}

for (const { route, template, path } of table("routes").cases) {
  test(`${route} ${JSON.stringify(template)} is ${path ? "matched and forwarded" : "refused"}`, async () => {
    const routes = { [route]: template };
    const both = proxyUnlessRefused({ routes }, `routes.${route}`);
    const upstreamOnly = proxyUnlessRefused({ upstreamRoutes: routes }, `routes.${route}`);
    assert.deepEqual(
      [both !== undefined, upstreamOnly !== undefined],
      Array(2).fill(Boolean(path)),
    );
    if (!path) return;
    const [method] = template.split(" ");
    const request = (path, method) =>
      requestFor(path, { method, headers: { "idempotency-key": crypto.randomUUID() } });
    // As a browser sends the client's URL.
    const sent = new URL(`https://x${path}`).href.slice("https://x".length);
    const answer = await parseAnswer(await both.proxy(request(path, method)));
    assert.equal(answer.status, 200, answer.body);
    assert.deepEqual(both.urls, [`https://api.ninjahire.co${sent}`]);
    const usual = {
      callDetails: ["/calls/c-1", "GET"],
      instantCall: ["/applications/c-1/instant-call", "POST"],
      screeningResults: ["/calls?page=1&size=10", "GET"],
    };
    const behind = await parseAnswer(await upstreamOnly.proxy(request(...usual[route])));
    assert.equal(behind.status, 200, behind.body);
    assert.deepEqual(upstreamOnly.urls, both.urls);
  });
}

for (const { key, ok } of table("keys").cases) {
  test(`the key ${JSON.stringify(key)} is ${ok ? "taken" : "refused"}`, async () => {
    assert.equal(proxyUnlessRefused({ apiKey: key }, "apiKey") !== undefined, ok);
    const { proxy, urls } = proxyWith({ apiKey: () => key });
    const { status } = await parseAnswer(await proxy(requestFor("/calls")));
    assert.deepEqual([status, urls.length], ok ? [200, 1] : [502, 0]);
  });
}

for (const { given, url } of table("base-urls").cases) {
  test(`upstream ${JSON.stringify(given)} is ${url ? "taken" : "refused"}`, async () => {
    const { proxy, urls } = proxyUnlessRefused({ upstream: given }, "upstream") ?? {};
    assert.equal(proxy !== undefined, url !== undefined);
    if (!proxy) return;
    await parseAnswer(await proxy(requestFor("/calls/c-1")));
    assert.deepEqual(urls, [`${url}/calls/c-1`]);
  });
}

for (const { page, size, ok } of table("pages").cases) {
  test(`page ${page} of size ${size} is ${ok ? "asked for" : "refused"}`, async () => {
    const { proxy, urls } = proxyWith();
    const { status } = await parseAnswer(
      await proxy(requestFor(`/calls?page=${page}&size=${size}`)),
    );
    assert.deepEqual([status, urls.length], ok ? [200, 1] : [400, 0]);
  });
}

for (const { id, proxy: ok } of table("ids").cases) {
  test(`the id ${JSON.stringify(id)} is ${ok ? "forwarded" : "refused"}`, async () => {
    const { proxy, urls } = proxyWith();
    const encoded = encodeURIComponent(id);
    for (const request of [requestFor(`/calls/${encoded}`), dialRequest(encoded)]) {
      const { status } = await parseAnswer(await proxy(request));
      assert.equal(status === 200, ok, String(status));
    }
    assert.equal(urls.length, ok ? 2 : 0);
  });
}

const statuses = table("statuses");
for (const status of [...statuses.didNotRing, ...statuses.unknown]) {
  const rings = statuses.unknown.includes(status);
  test(`a ${status} ${rings ? "may ring" : "does not ring"}`, async () => {
    const fetch = async () => new Response("{}", { status });
    const answer = await parseAnswer(await proxyWith({ fetch }).proxy(dialRequest("a-1")));
    assert.equal(answer.type === "dial-outcome-unknown", rings);
    if (!rings) assert.equal(answer.status, status);
  });
}
