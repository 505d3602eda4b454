// The public types, compiled with --strict and never run.

import {
  type CallDetails,
  type CallStatus,
  type ClientEvent,
  type InstantCall,
  type NinjaHireErrorCode,
  NinjaHireClient,
  type PermissionError,
  RedialGuardError,
  type ScreeningResult,
  type Stale,
  type Turn,
  decode,
  parseQuestions,
  parseSummary,
  parseTranscript,
  requests,
} from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { allowAnyone, createProxy, nodeHandler } from "ninjahire-calls/proxy";
import { postgresStore } from "ninjahire-calls/proxy/postgres";
import { createWebhookHandler } from "ninjahire-calls/webhooks";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>() => {};

declare const call: CallDetails;
declare const placed: InstantCall;
declare const result: ScreeningResult;

holds<Equal<typeof call.call_id, string>>();
holds<Equal<typeof call.call_score, number | null>>();
holds<Equal<typeof call.call_status, CallStatus | null>>();
holds<Equal<typeof call.call_summary, Record<string, unknown> | null>>();
holds<Equal<typeof placed.call_id, string | null>>();
holds<Equal<typeof result.transcript, string | null>>();
holds<Equal<(typeof call)["a_field_of_tomorrow"], unknown>>();

// Known values are completed, new ones are accepted.
const known: CallStatus = "call_completed";
const unknown: CallStatus = "call_ringing";

const client = new NinjaHireClient({ baseUrl: "/api", token: async () => "t" });
const watched = client.watchCall("id", { until: "assessed", staleAfterMs: 5_000 });
for await (const { call, newTurns, changed, stale } of watched) {
  holds<Equal<typeof newTurns, Turn[]>>();
  holds<Equal<NonNullable<typeof stale>, Stale>>();
  if (stale) console.log(stale.sinceMs.toFixed(), stale.error?.code === "server");
  console.log(call.call_digest, changed.transcript === "rewritten", changed.fields);
}
for await (const { job_id } of client.screeningResults({ job_id: "x", size: 50 }))
  console.log(job_id);
for await (const page of client.screeningResults().pages())
  console.log(page.count, page.request.page);
new NinjaHireClient({ onEvent: (event: ClientEvent) => event.type === "wait" && event.waitMs });
// @ts-expect-error There is no such filter.
void client.listScreeningResults({ jobId: "x" });
// @ts-expect-error There is no such option.
new NinjaHireClient({ key: "x" });

declare const refused: PermissionError;
const reason: "no_consent" | "outside_hours" | (string & {}) | undefined = refused.reason;
console.log(reason === "no_consent", refused.detail);

const roles = parseTranscript("", { roles: { Nina: "bot" } }).map(({ role }) => role);
const rows = parseQuestions(call.questions_response).rows.map(({ question, score }) => [
  question,
  score,
]);
const categories = parseSummary(call.call_summary).rows.map(({ category }) => category);
const turns = parseTranscript("");
const [link] = await reading.linkEvidence(turns, parseQuestions(call.questions_response));
holds<Equal<typeof link, reading.Evidence>>();
holds<Equal<reading.Evidence["asks"], reading.TurnRange[]>>();
holds<Equal<reading.SpeakerStats["role"], Turn["role"]>>();
holds<Equal<reading.SpeakerStats["seconds"], number | null>>();
holds<Equal<reading.MaskedItem["kind"], "email" | "phone" | "url" | "card" | "term">>();
const masked: Turn[] = (await reading.maskContactDetails(turns, { terms: ["x"] })).turns;
const files: string[] = await Promise.all([
  reading.callToHtml(call, { title: "x", roles: { Nina: "bot" } }),
  reading.callToMarkdown(result),
  reading.turnsToWebVtt(turns, { end: 1 }),
  reading.resultsToCsv(client.screeningResults(), { byteOrderMark: true }),
  reading.resultsToCsv([result]),
]);
// @ts-expect-error There is no such option.
void reading.searchTranscript(turns, "x", { word: true });
void reading.linkEvidence(turns, [{ question: "x" }]);
const { method, url, headers } = requests.callDetails("id");
const decoded: CallDetails = decode.callDetails(new Uint8Array());
try {
  await client.initiateInstantCall("id");
} catch (error) {
  if (error instanceof RedialGuardError)
    await client.initiateInstantCall("id", { redial: error.redialToken });
}
const proxy = createProxy({ apiKey: "k", authorize: allowAnyone });
export const GET: (request: Request) => Promise<Response> = proxy;
export const refusing = createProxy({
  apiKey: () => undefined,
  authorize: (_, { route }) =>
    route === "instantCall" ? { refuse: "outside_hours", message: "Too early." } : { caller: "a" },
  authorizeResponse: (call, { caller }) => call["owner"] === caller,
  onPlaced: ({ callId, applicationId, caller }) => [callId, applicationId, caller],
  store: postgresStore(async (text, values) => ({ rows: [{ text, values }] })),
});
export const webhook: (request: Request) => Promise<Response> = createWebhookHandler({
  secret: "s",
  onCall: ({ id, timestampMs, call }) => [id, timestampMs, call.call_id, call.decode_issues],
});
export {
  categories,
  decoded,
  files,
  headers,
  masked,
  known,
  method,
  nodeHandler,
  roles,
  rows,
  unknown,
  url,
};

export const ringsPerhaps = (code: NinjaHireErrorCode) => code === "dial_outcome_unknown";
// @ts-expect-error No error has this code.
ringsPerhaps("timeout");
