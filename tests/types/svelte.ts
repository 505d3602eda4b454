// The elements in Svelte's markup, as its type checker sees them.

import type {} from "ninjahire-calls/elements/svelte";
import type { CallDetails } from "ninjahire-calls";
import type { SvelteHTMLElements } from "svelte/elements";

declare const call: CallDetails;

export const button: SvelteHTMLElements["ninjahire-call-button"] = {
  "application-id": "a1",
  class: "action",
  strings: { callNow: "Ring" },
  "onninjahire-call-placed": ({ detail }) => detail.callId?.length,
  "on:ninjahire-call-request": (event) => event.preventDefault(),
};
export const shown: SvelteHTMLElements["ninjahire-call"] = {
  callId: "c1",
  call,
  masked: true,
  "onninjahire-call-updated": ({ detail }) => detail.newTurns.length,
};
export const results: SvelteHTMLElements["ninjahire-results"] = {
  "job-id": "j1",
  nameOf: ({ candidate_name }) => String(candidate_name),
};
// @ts-expect-error There is no attribute for a key.
export const withKey: SvelteHTMLElements["ninjahire-provider"] = { "api-key": "secret" };
// @ts-expect-error A call is an object.
export const withText: SvelteHTMLElements["ninjahire-call"] = { call: "c1" };
