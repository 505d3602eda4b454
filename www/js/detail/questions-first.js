/** What is asked before a phone rings. */

import { h } from "../common/dom.js";
import { ask } from "./dialog.js";

const name = (candidate) => h("bdi", {}, candidate.candidate_name);

/** Whether to ring. */
export async function askToCall(candidate) {
  const answer = await ask({
    title: `Call ${candidate.candidate_name} now?`,
    text: [
      h(
        "p",
        {},
        "The assistant rings ",
        h("bdi", { class: "phone" }, candidate.phone_masked),
        " right away.",
      ),
      h(
        "p",
        { class: "muted" },
        `It speaks ${candidate.language_name}, asks the questions for `,
        h("bdi", {}, candidate.job_title),
        " and records the call.",
      ),
    ],
    actions: [{ id: "call", label: "Call now", isPrimary: true }],
  });
  return answer === "call";
}

/** A candidate was called a moment ago: `"again"`, `"show"` or null. */
export function askToCallAgain(candidate, { callId, remainingMs }) {
  return ask({
    title: "Call a second time?",
    text: [
      h(
        "p",
        {},
        name(candidate),
        callId ? " was called" : " was called, or may have been,",
        " a moment ago. A second call so soon can feel like a mistake.",
      ),
      h(
        "p",
        { class: "muted" },
        `In ${Math.ceil(remainingMs / 1000)} seconds you can call without being asked this.`,
      ),
    ],
    cancel: "Do not call",
    actions: [
      ...(callId ? [{ id: "show", label: "Show that call" }] : []),
      { id: "again", label: "Call again", isPrimary: true },
    ],
  });
}
