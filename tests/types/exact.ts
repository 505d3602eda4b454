// Compiled with `exactOptionalPropertyTypes`: an optional property may be `undefined`.

import type { JSX } from "react";
import {
  type CallDetails,
  NinjaHireClient,
  type Turn,
  parseTranscript,
  requests,
} from "ninjahire-calls";
import { allowAnyone, createProxy, memoryStore } from "ninjahire-calls/proxy";
import type {
  NinjahireCall,
  NinjahireCallButton,
  NinjahireResults,
  NinjahireTranscript,
} from "ninjahire-calls/elements";
import type {} from "ninjahire-calls/elements/react";
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

declare const call: NinjahireCall;
declare const button: NinjahireCallButton;
declare const results: NinjahireResults;
declare const transcript: NinjahireTranscript;

/** Elements accept values that a page may not have yet. */
export function show(known: { call?: CallDetails; turns?: Turn[]; name?: string; id?: string }) {
  const { name, id, turns } = known;
  call.call = known.call;
  call.callId = call.candidateName = call.jobTitle = call.callDate = call.anchorPrefix = name;
  call.baseUrl = call.client = call.strings = call.density = call.maskedRecording = undefined;
  button.applicationId = button.disabledReason = id;
  results.jobId = results.jobTitle = results.selected = id;
  results.results = results.filters = results.nameOf = results.dateOf = undefined;
  transcript.turns = turns;
  transcript.transcript = transcript.label = transcript.credit = transcript.player = name;
  transcript.options = undefined;
  const ofCall: JSX.IntrinsicElements["ninjahire-call"] = {
    call: known.call,
    masked: undefined,
    "call-id": id,
  };
  const ofResults: JSX.IntrinsicElements["ninjahire-results"] = {
    pageSize: undefined,
    columns: undefined,
  };
  return { ofCall, ofResults };
}
