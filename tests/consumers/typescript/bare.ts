// Compiles without the types of the DOM and of Node.
import { NinjaHireClient, parseSummary } from "ninjahire-calls";
import { callQueryOptions } from "ninjahire-calls/query";
import { callToMarkdown } from "ninjahire-calls/reading";
import { createCallStore } from "ninjahire-calls/store";

const client = new NinjaHireClient({ apiKey: "key" });
export const call = client.getCallDetails("c-1");
export const rows = call.then(({ call_summary }) => parseSummary(call_summary).rows);
export const text = call.then((call) => callToMarkdown(call));
export const key = callQueryOptions(client, "c-1").queryKey;
export const status = createCallStore(client, "c-1").getSnapshot().status;
