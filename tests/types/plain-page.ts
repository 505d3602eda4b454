// The elements in code without a framework.

import { NinjahireTranscript, english } from "ninjahire-calls/elements";
import "ninjahire-calls/embed.js";

const call = document.querySelector("ninjahire-call")!;
call.callId = "c1";
call.strings = { ...english, bot: "Nina" };
call.addEventListener("ninjahire-call-completed", ({ detail }) => detail.call.call_score);
document.addEventListener("ninjahire-call-placed", ({ detail }) => detail.callId);

const provider = document.createElement("ninjahire-provider");
provider.options = { baseUrl: "/api/ninjahire", token: async () => "t" };
void provider.client?.getCallDetails("c1");
// @ts-expect-error A job's id is a text.
document.createElement("ninjahire-results").jobId = 1;

class Mine extends NinjahireTranscript {}
customElements.define("my-transcript", Mine);
