/** The test API in the page, and a client of it, for the apps of all frameworks. */

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

/** Options are created at each render, as users write them. */
export const watchOptions = () => ({ minIntervalMs: 1, maxIntervalMs: 5 });

globalThis.api = api;
globalThis.applications = applications;
