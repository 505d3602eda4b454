// Code of a server, compiled without `lib: ["dom"]`, but with Node's types.

import { NinjaHireClient, init } from "ninjahire-calls";
import { allowAnyone, createProxy, nodeHandler } from "ninjahire-calls/proxy";

const { signal } = new AbortController();
const client = new NinjaHireClient({ apiKey: "k", fetch: (request) => fetch(request) });
export const call = client.getCallDetails("id", { signal });
// @ts-expect-error It is no signal.
void client.getCallDetails("id", { signal: "x" });
void init(new URL("file:///core.wasm"));
void init(new Response());

const proxy = createProxy({
  apiKey: () => process.env["NINJAHIRE_API_KEY"],
  authorize: (request) => request.headers.get("x-user") === "me",
});
export const answer: Promise<Response> = proxy(new Request("https://ats.example/api/ninjahire"));
export const handler = nodeHandler(createProxy({ apiKey: "k", authorize: allowAnyone }));
