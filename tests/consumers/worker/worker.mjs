/** Runs in a Worker, a SharedWorker or a service worker: receives settings and posts a report. */

import * as lib from "./node_modules/ninjahire-calls/index.js";
import * as reading from "./node_modules/ninjahire-calls/reading/index.js";
import { exercise } from "./exercise.mjs";

async function answer(settings, port) {
  try {
    port.postMessage(await exercise(lib, reading, settings));
  } catch (error) {
    port.postMessage({ error: String(error?.stack ?? error) });
  }
}

globalThis.onconnect = ({ ports: [port] }) => (port.onmessage = ({ data }) => answer(data, port));
globalThis.onmessage = (event) => {
  const answering = answer(event.data, event.source ?? globalThis);
  // The browser stops a service worker that has no open event.
  event.waitUntil?.(answering);
};
