/** What the apps of all frameworks are given: an API in the page, and a client of it. */

// The wasm is inside the script.
import { NinjaHireClient } from "ninjahire-calls/inline";
import { createTestApi } from "ninjahire-calls/testing";

export const api = createTestApi({ advanceOnReadMs: 1_500, results: 7 });
export const client = new NinjaHireClient({
  apiKey: "any",
  dangerouslyAllowBrowser: true,
  fetch: api.fetch,
});
export const applications = api.applications.map(({ application_id }) => application_id);

/** Made anew at each render, as users write it. */
export const watchOptions = () => ({ minIntervalMs: 1, maxIntervalMs: 5 });

globalThis.api = api;
globalThis.applications = applications;
