// The elements in Vue's templates, as their type checker sees them.

import type {} from "ninjahire-calls/elements/vue";
import type { CallDetails } from "ninjahire-calls";
import type { NinjahireCall } from "ninjahire-calls/elements";
import type { GlobalComponents } from "vue";

type Element<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>;
type Props<Name extends keyof GlobalComponents> =
  Element<Name> extends { $props: infer Own } ? Own : never;

declare const call: CallDetails;

export const button: Props<"ninjahire-call-button"> = {
  "application-id": "a1",
  class: "action",
  strings: { callNow: "Ring" },
  "onNinjahire-call-placed": ({ detail }) => detail.callId?.length,
};
export const shown: Props<"ninjahire-call"> = {
  callId: "c1",
  call,
  masked: true,
  "onNinjahire-call-updated": ({ detail }) => detail.newTurns.length,
  onNinjahireCallCompleted: ({ detail }) => detail.call.call_score,
};
export const results: Props<"ninjahire-results"> = {
  jobId: "j1",
  nameOf: ({ candidate_name }) => String(candidate_name),
};
export const element: NinjahireCall = {} as Element<"ninjahire-call">;
// @ts-expect-error There is no attribute for a key.
export const withKey: Props<"ninjahire-provider"> = { "api-key": "secret" };
// @ts-expect-error A call is an object.
export const withText: Props<"ninjahire-call"> = { call: "c1" };
