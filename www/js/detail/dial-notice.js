import { lookForCall, settle } from "../data/dial.js";
import { h } from "../common/dom.js";
import { inWords } from "../common/errors.js";
import { icon } from "../common/icons.js";

/** What came of a call that did not just ring. */
export function dialNotice({ state, error, callId }, candidate, onCall) {
  if (state === "unknown") return outcomeUnknown(candidate, onCall);
  if (state === "refused") return refused(error, candidate);
  if (state === "placed" && !callId) return withoutId(candidate);
  return null;
}

function outcomeUnknown(candidate, onCall) {
  const found = h("p", { class: "notice-note", role: "status" });
  const look = h(
    "button",
    { type: "button", class: "button", on: { click: search } },
    "Look for the call",
  );

  async function search() {
    look.disabled = true;
    found.textContent = "Looking…";
    try {
      const callId = await lookForCall(candidate.application_id);
      if (callId) return onCall(candidate, callId);
      found.textContent =
        "There is no new call yet. Look again in a moment: it can take a little to show.";
    } catch (problem) {
      found.textContent = `${inWords(problem).title}. ${inWords(problem).text}`;
    }
    look.disabled = false;
  }

  return notice("warning", "We do not know whether the phone is ringing", [
    h(
      "p",
      {},
      "The connection broke while ",
      h("bdi", {}, candidate.candidate_name),
      " was being called. Do not call again yet: look whether a call is there first.",
    ),
    h("div", { class: "notice-actions" }, look, dismiss(candidate)),
    found,
  ]);
}

function refused(error, candidate) {
  const { title, text, note, remedy } = inWords(error);
  return notice("problem", title, [
    h("p", {}, remedy === "retry" ? `Nobody was called. ${text}` : text),
    note && h("p", { class: "notice-note" }, note),
    h(
      "div",
      { class: "notice-actions" },
      remedy === "sign-in" &&
        h("a", { class: "button", href: `/sign-in.html${location.hash}` }, "Sign in"),
      dismiss(candidate),
    ),
  ]);
}

function withoutId(candidate) {
  return notice("warning", "The phone is ringing", [
    h(
      "p",
      {},
      "The service did not say which call it is. It will be in the list of calls once it has ended.",
    ),
    h("div", { class: "notice-actions" }, dismiss(candidate)),
  ]);
}

const dismiss = ({ application_id }) =>
  h(
    "button",
    { type: "button", class: "button button-quiet", on: { click: () => settle(application_id) } },
    "Dismiss",
  );

function notice(kind, title, content) {
  return h(
    "div",
    { class: `notice notice-${kind}`, role: "alert" },
    icon("alert"),
    h("div", { class: "notice-body" }, h("p", { class: "notice-title" }, title), content),
  );
}
