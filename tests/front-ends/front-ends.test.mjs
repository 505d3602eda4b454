// The Rust front ends of examples/ in headless Chromium, behind the proxy, against the mock API.

import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { openChromium } from "../elements/helpers/browser.mjs";
import { startMock } from "../proxy/helpers/mock.mjs";
import { nodeHandler } from "../proxy/helpers/package.mjs";
import { proxyTo, serve } from "../proxy/helpers/serve.mjs";

/** The folder in which `cargo xtask test full-front-ends` puts them, with wasm-bindgen's glue. */
const built = process.env.FRONT_ENDS;
const mock = await startMock("--call-seconds", "0.5", "--assess-seconds", "0.1");
const browser = await openChromium();
after(() => browser.close());

const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
const page = `<!doctype html><title>Front end</title><body><script type="module">
import init from "./app.js";
init();
</script></body>`;

for (const [at, name] of ["leptos", "yew"].entries()) {
  test(`${name} lists, dials once, follows and shows the turns`, async (t) => {
    const api = nodeHandler(proxyTo(mock, { basePath: "/api/ninjahire" }));
    const { url } = await serve(t, (request, response) => {
      const path = normalize(new URL(request.url, "http://x").pathname);
      if (path.startsWith("/api/")) return api(request, response);
      const file = join(built, name, path);
      if (path === "/") return response.setHeader("content-type", "text/html").end(page);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.setHeader("content-type", types[extname(file)] ?? "text/plain");
      createReadStream(file).pipe(response);
    });
    const application = mock.applications[at];
    const shown = await browser.newPage();
    const problems = [];
    shown.on("pageerror", ({ message }) => problems.push(message));
    await shown.goto(`${url}/?application=${application}`);
    await shown.locator("#listed", { hasText: /^10$/ }).waitFor();
    await shown.locator("#call").dblclick();
    await shown.locator("#status", { hasText: "call_completed" }).waitFor();
    assert.ok((await shown.locator("#turns li").count()) > 3);
    assert.equal(await shown.locator("#error").textContent(), "");
    assert.equal((await mock.counts(application)).calls_placed, 1);
    assert.deepEqual(problems, []);
  });
}
