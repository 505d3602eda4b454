import { NinjaHireClient, parseTranscript } from "ninjahire-calls";

const { NINJAHIRE_URL: baseUrl = "", APPLICATION_ID: id = "" } = process.env;
const client = new NinjaHireClient({ baseUrl, apiKey: "test-key" });
const { call_id } = await client.initiateInstantCall(id);
const call = await client.waitForCall(call_id ?? "", { minIntervalMs: 100 });
console.log(call.call_id, call.call_status);
const { data } = await client.listScreeningResults({ application_id: id, size: 1 });
const known: { [name: string]: unknown } = data[0] ?? {};
for (const name of [
  "application_id",
  "job_id",
  "candidate_id",
  "application_source_id",
  "job_source_id",
  "candidate_source_id",
])
  console.log(
    "filter",
    name,
    (await client.listScreeningResults({ [name]: known[name] ?? "none" })).count,
  );
for (const turn of parseTranscript(call.transcript ?? ""))
  console.log(`${turn.role}: ${turn.text}`);
