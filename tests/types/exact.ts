// Compiled with `exactOptionalPropertyTypes`: an optional property may be `undefined`.

import { NinjaHireClient, parseTranscript, requests } from "ninjahire-calls";
import { allowAnyone, createProxy, memoryStore } from "ninjahire-calls/proxy";
import { callToHtml, maskContactDetails, resultsToCsv } from "ninjahire-calls/reading";
import { createWebhookHandler, verifyWebhook } from "ninjahire-calls/webhooks";

export function read(options: {
  token?: () => string;
  signal?: AbortSignal;
  job?: string;
  title?: string;
}) {
  const { token, signal, job, title } = options;
  const client = new NinjaHireClient({
    token,
    baseUrl: undefined,
    fetch: undefined,
    onEvent: undefined,
    routes: { callDetails: undefined },
  });
  void client.listScreeningResults({ job_id: job, page: undefined }, { signal });
  void client.initiateInstantCall("id", { signal, redial: undefined });
  void client.waitForCall("id", { signal, until: undefined });
  void requests.callDetails("id", { baseUrl: undefined });
  const turns = parseTranscript("", { roles: undefined });
  void maskContactDetails(turns, { terms: undefined, replacement: title });
  void resultsToCsv([], { byteOrderMark: undefined });
  return callToHtml({}, { title, roles: undefined });
}

export function serve(options: { basePath?: string; timeoutMs?: number; fetch?: typeof fetch }) {
  const { basePath, timeoutMs, fetch } = options;
  const store = memoryStore({ maxEntries: undefined });
  void createWebhookHandler({ secret: "s", onCall: () => {}, store: undefined, timeoutMs });
  void verifyWebhook("", new Headers(), { secret: "s", nowMs: undefined });
  return createProxy({
    apiKey: "k",
    authorize: allowAnyone,
    basePath,
    timeoutMs,
    fetch,
    store,
    routes: { callDetails: undefined },
    cors: { origins: [], credentials: undefined },
    rateLimit: { dials: undefined },
    onPlaced: undefined,
    onError: undefined,
  });
}
