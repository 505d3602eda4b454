import { mark, show } from "./page.mjs";
import { NinjaHireClient, parseTranscript } from "ninjahire-calls";

const client = new NinjaHireClient({ baseUrl: "/api" });
const call = await client.getCallDetails("c1");
mark("call");
show(parseTranscript(call.transcript));
