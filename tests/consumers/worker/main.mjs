// The elements use a client from another copy of the package.
import "./node_modules/ninjahire-calls/embed.js";
import { NinjaHireClient } from "./node_modules/ninjahire-calls/index.js";

const query = new URLSearchParams(location.search);
const options = { type: "module" };

/** For each kind of worker, the port for the settings and the port for the report. */
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
