// Compiled without types of a platform: neither `lib: ["dom"]` nor Node's types.

import { NinjaHireClient, type Turn, init, parseTranscript } from "ninjahire-calls";
import { searchTranscript } from "ninjahire-calls/reading";

const client = new NinjaHireClient({ baseUrl: "/api", onEvent: (event) => event.type });
export async function read(): Promise<Turn[]> {
  await init(new Uint8Array());
  const { transcript } = await client.getCallDetails("id", { timeoutMs: 1_000 });
  const turns = parseTranscript(transcript ?? "");
  await searchTranscript(turns, "x");
  return turns;
}
// @ts-expect-error There is no such option.
new NinjaHireClient({ key: "x" });
