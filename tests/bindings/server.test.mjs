// The bindings on a server: they render the loading state, and send no request.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, test } from "node:test";
import { createElement } from "react";
import { renderToString as renderReact } from "react-dom/server";
import { compile } from "svelte/compiler";
import { render as renderSvelte } from "svelte/server";
import { createSSRApp, h } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { installed, sleep, world } from "./helpers/package.mjs";
import { packaged } from "../proxy/helpers/package.mjs";

const load = (file) => import(pathToFileURL(packaged(file)).href);
const react = await load("react/index.js");
const vue = await load("vue/index.js");

const { api, client } = world();

afterEach(async () => {
  await sleep(10);
  assert.equal(api.requests().length, 0);
});

test("React renders a call and a listing as loading", () => {
  const App = () => {
    const { status } = react.useCall("c-1", { until: "assessed" });
    const results = react.useScreeningResults({ size: 3 });
    const dial = react.useInstantCall();
    return createElement("p", null, [status, results.status, dial.status].join());
  };
  const app = createElement(react.NinjaHireProvider, { client }, createElement(App));
  assert.equal(renderReact(app), "<p>loading,loading,idle</p>");
});

test("Vue renders a call and a listing as loading", async () => {
  const app = createSSRApp({
    setup() {
      const call = vue.useCall("c-1");
      const results = vue.useScreeningResults();
      const dial = vue.useInstantCall();
      return () => h("p", [call, results, dial].map(({ state }) => state.value.status).join());
    },
  });
  app.use(vue.ninjaHire, client);
  assert.equal(await renderVue(app), "<p>loading,loading,idle</p>");
});

test("Svelte renders a call and a listing as loading", async () => {
  const source = `<script>
    import { setNinjaHireClient, useCall, useInstantCall, useScreeningResults } from "ninjahire-calls/svelte";
    let { client } = $props();
    setNinjaHireClient(client);
    const all = [useCall("c-1"), useScreeningResults(), useInstantCall()];
  </script><p>{all.map(({ current }) => current.status).join()}</p>`;
  const { js } = compile(source, { filename: "App.svelte", generate: "server" });
  const file = join(installed, "../App.svelte.mjs");
  await writeFile(file, js.code);
  const { default: App } = await import(pathToFileURL(file).href);
  assert.match(renderSvelte(App, { props: { client } }).body, /<p>loading,loading,idle<\/p>/);
});

test("without a provider each says what is missing", async () => {
  const App = () => createElement("p", null, react.useCall("c-1").status);
  assert.throws(() => renderReact(createElement(App)), /NinjaHireProvider/);
  const app = createSSRApp({ setup: () => (vue.useCall("c-1"), () => h("p")) });
  app.config.warnHandler = () => {};
  await assert.rejects(renderVue(app), /app\.use\(ninjaHire, client\)/);
});
