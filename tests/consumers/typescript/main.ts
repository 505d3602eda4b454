import {
  type CallDetails,
  NinjaHireClient,
  NinjaHireError,
  parseTranscript,
} from "ninjahire-calls";
import { type NinjahireCall } from "ninjahire-calls/elements";
import { createProxy } from "ninjahire-calls/proxy";
import { callQueryOptions, instantCallMutationOptions } from "ninjahire-calls/query";
import { searchTranscript } from "ninjahire-calls/reading";
import { createCallStore } from "ninjahire-calls/store";
import { createTestApi } from "ninjahire-calls/testing";
import { createWebhookHandler } from "ninjahire-calls/webhooks";

const client = new NinjaHireClient({ baseUrl: "/api/ninjahire", fetch: createTestApi().fetch });

export async function show(element: NinjahireCall): Promise<string | null> {
  const call: CallDetails = await client.getCallDetails("c-1");
  element.call = call;
  const turns = parseTranscript(call.transcript ?? "");
  await searchTranscript(turns, "word");
  for await (const { newTurns } of client.watchCall("c-1")) newTurns.map(({ text }) => text);
  return call.call_status;
}

export const store = createCallStore(client, "c-1", { until: "assessed" });
export const retry: false = instantCallMutationOptions(client).retry;
export const key = callQueryOptions(client, "c-1").queryKey;
export const proxy = createProxy({ apiKey: () => "key", authorize: () => true });
export const POST = createWebhookHandler({ secret: "s", onCall: ({ call }) => void call.call_id });
export const isOurs = (error: unknown): error is NinjaHireError => error instanceof NinjaHireError;
// @ts-expect-error a status is not a number
export const wrong: number = store.getSnapshot().status;
