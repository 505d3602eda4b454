/** The kit in memory, the kit on a port, and the mock API in Rust, with the same controls. */

import { startMock } from "../../proxy/helpers/mock.mjs";
import { createTestApi, serveTestApi } from "./kit.mjs";
import { after } from "node:test";

/** The kit's dial outcomes, as the faults of the mock API. */
const faults = {
  placed: {},
  placed_without_id: { merge: { call_id: null } },
  placed_without_body: { no_content: true },
  unauthenticated: { status: 401 },
  forbidden: { status: 403 },
  not_found: { status: 404 },
  conflict: { status: 409 },
  refused: { status: 422 },
  rate_limited: { status: 429, headers: { "retry-after": "2" } },
  server_error: { status: 500, place: true },
  unavailable: { status: 503 },
  gateway_timeout: { status: 504, place: true },
  reset: { reset: "before_headers" },
  unreached: { reset: "before_headers", place: false },
  cut_off: { reset: "mid_body" },
  silent: { stall: "headers" },
  redirected: { redirect: { location: "/elsewhere" } },
  login_page: {
    status: 200,
    place: false,
    raw_body: "<!doctype html><title>Sign in</title><h1>Sign in</h1>",
    content_type: "text/html",
  },
};

const ofKit = (api, url, fetch) => ({
  url,
  fetch,
  applications: api.applications,
  callIds: api.calls().map(({ call_id }) => call_id),
  nextDial: (outcome) => api.nextDial(outcome),
  failReads: (times, status) =>
    api.fault({ match: { route: "callDetails" }, times, action: { status } }),
  rings: (applicationId) => api.rings(applicationId),
  dials: () => api.requests("instantCall").length,
  reads: () => api.requests("callDetails").length,
  reset: () => api.reset(),
});

const inMemory = () => {
  const script = { ringingMs: 100, talkingMs: 400, assessingMs: 200 };
  const api = createTestApi({ script, advanceOnReadMs: 60 });
  return ofKit(api, api.baseUrl, api.fetch);
};

async function served() {
  const script = { ringingMs: 50, talkingMs: 350, assessingMs: 100 };
  const { api, url, close } = await serveTestApi({ script });
  after(close);
  return ofKit(api, url, (...args) => fetch(...args));
}

async function rust() {
  const mock = await startMock("--call-seconds", "0.4", "--assess-seconds", "0.1");
  const { applications, calls } = await (await fetch(`${mock.url}/__mock/world`)).json();
  return {
    url: mock.url,
    fetch: (...args) => fetch(...args),
    applications,
    callIds: calls.map(({ call_id }) => call_id),
    nextDial: (outcome) =>
      mock.fault(faults[outcome], { match: { path_contains: "instant-call" } }),
    failReads: (times, status) =>
      mock.fault({ status }, { times, match: { path_prefix: "/calls/" } }),
    rings: async (id) => (await mock.counts(id)).calls_placed,
    dials: async () => (await mock.counts()).instant_calls_received,
    reads: async () => (await mock.counts()).details,
    reset: () => mock.reset(),
  };
}

/** Each by its name. */
export const backends = {
  "the mock API": await rust(),
  "the kit in memory": inMemory(),
  "the kit on a port": await served(),
};
