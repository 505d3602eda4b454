/** The installed package. */

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { packaged } from "../../proxy/helpers/package.mjs";

const load = (file) => import(pathToFileURL(packaged(file)).href);

export const { NinjaHireClient } = await load("index.node.js");
export const { createTestApi } = await load("testing/index.js");
export const stores = await load("store/index.js");
export const query = await load("query/index.js");

/** The path of `ninjahire-calls`. */
export const installed = resolve(packaged("."), "..");

/** An API whose calls advance with each read, and a client of it. */
export function world(options) {
  const api = createTestApi({ advanceOnReadMs: 3_000, ...options });
  const client = new NinjaHireClient({ apiKey: "any", fetch: api.fetch, redialGuardMs: 0 });
  return { api, client, application: api.applications[0].application_id };
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when `isWanted` accepts the store's snapshot. */
export function when(store, isWanted) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(
        new Error(`the snapshot was never as wanted; its status is ${store.getSnapshot().status}`),
      );
    }, 10_000);
    const check = () => {
      if (!isWanted(store.getSnapshot())) return;
      clearTimeout(timer);
      resolve(store.getSnapshot());
    };
    const stop = store.subscribe(check);
    check();
  });
}
