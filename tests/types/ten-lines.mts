import { NinjaHireClient, parseTranscript } from "ninjahire-calls";

const { NINJAHIRE_URL: baseUrl = "", APPLICATION_ID: id = "" } = process.env;
const client = new NinjaHireClient({ baseUrl, apiKey: "test-key" });
const { call_id } = await client.initiateInstantCall(id);
const call = await client.waitForCall(call_id ?? "", { minIntervalMs: 100 });
console.log(call.call_id, call.call_status);
const { data } = await client.listScreeningResults({ application_id: id, size: 1 });
const known = new Map(
  Object.entries(data[0] ?? {}).filter(([name]) => /^(app|job|cand).*_id$/.test(name)),
);
for (const [name, value] of known)
  console.log("filter", name, (await client.listScreeningResults({ [name]: String(value) })).count);
for (const turn of parseTranscript(call.transcript ?? ""))
  console.log(`${turn.role}: ${turn.text}`);
