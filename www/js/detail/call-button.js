import { dial, dials, settle } from "../data/dial.js";
import { h } from "../common/dom.js";
import { icon } from "../common/icons.js";
import { announce } from "../common/announce.js";
import { askToCall, askToCallAgain } from "./questions-first.js";

/** *Call now*. `onCall` is told the id of the call to show. */
export function createCallButton(onCall) {
  let candidate;
  let isAsking = false;
  const label = h("span", {});
  const button = h(
    "button",
    { type: "button", class: "button button-primary call-button", on: { click: start } },
    icon("phone"),
    label,
  );

  async function start() {
    if (isAsking) return;
    isAsking = true;
    // The page may have moved on to somebody else by the time of the answer.
    const whom = candidate;
    try {
      if (await askToCall(whom)) await ring(whom);
    } finally {
      isAsking = false;
    }
  }

  async function ring(whom, options) {
    const callId = await dial(whom.application_id, options);
    const { state, error } = dials.value[whom.application_id] ?? {};
    if (state === "placed") announce(`Calling ${whom.candidate_name}.`);
    if (callId) return onCall(whom, callId);
    if (error?.code !== "redial_guard") return;
    settle(whom.application_id);
    const answer = await askToCallAgain(whom, error);
    if (answer === "show") onCall(whom, error.callId);
    if (answer === "again") await ring(whom, { redial: error.redialToken });
  }

  return {
    element: button,
    show(next, { state, isOnCall }) {
      candidate = next;
      const isBusy = state === "dialling";
      // While nobody knows whether the phone rings, what to do comes first.
      button.disabled = isBusy || isOnCall || state === "unknown";
      label.textContent = isBusy ? "Calling…" : isOnCall ? "On a call" : "Call now";
    },
  };
}
