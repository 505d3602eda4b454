// The elements with a client from another copy of the package.
import "./node_modules/ninjahire-calls/embed.js";
import { NinjaHireClient } from "./node_modules/ninjahire-calls/index.js";

const query = new URLSearchParams(location.search);
const options = { type: "module" };

/** Where to post the settings, and what answers. */
const ports = {
  async worker() {
    const worker = new Worker("./worker.mjs", options);
    return [worker, worker];
  },
  async shared() {
    const { port } = new SharedWorker("./worker.mjs", options);
    port.start();
    return [port, port];
  },
  async service() {
    await navigator.serviceWorker.register("./worker.mjs", options);
    const { active } = await navigator.serviceWorker.ready;
    return [active, navigator.serviceWorker];
  },
};

const client = { baseUrl: query.get("api"), apiKey: "test-key", dangerouslyAllowBrowser: true };
const [to, from] = await ports[query.get("kind")]();
from.addEventListener("message", ({ data }) => {
  const element = document.createElement("ninjahire-call");
  element.client = new NinjaHireClient(client);
  element.callId = data.call_id;
  document.body.append(element);
  globalThis.report = data;
});
to.postMessage({ client, application: query.get("application") });
