import { createCall } from "../call/call.js";
import { callById, callsOf, standing } from "../data/calls.js";
import { dials } from "../data/dial.js";
import { followed } from "../data/follow.js";
import { linkTo } from "../data/route.js";
import { h, part, place } from "../common/dom.js";
import { icon } from "../common/icons.js";
import { createCallButton } from "./call-button.js";
import { dialNotice } from "./dial-notice.js";
import { createHeader } from "./header.js";

/** The candidate. `onCall` is told of a call to show, `onRetry` to load the job's calls once more. */
export function createDetail({ onCall, onRetry }) {
  const callButton = createCallButton(onCall);
  const header = createHeader(callButton.element);
  const call = createCall();
  const back = h("a", { class: "back" }, icon("back"), "Candidates");
  const notice = h("div", { class: "part" });
  const empty = part(emptyBox);
  const body = h("div", { class: "detail-body" });
  const element = h(
    "article",
    { class: "detail" },
    h("div", { class: "detail-head" }, back, header.element, notice),
    body,
  );
  let shownDial;
  let retry;
  // What happened is told with the list.
  const failed = h(
    "div",
    { class: "blank" },
    h("p", { class: "blank-title" }, "The calls could not be loaded"),
    h("button", { type: "button", class: "button", on: { click: () => retry() } }, "Try again"),
  );

  function showDial(dial, candidate) {
    if (dial === shownDial) return;
    shownDial = dial;
    place(notice, [dial && dialNotice(dial, candidate, onCall)]);
  }

  function bodyFor({ candidate, route, progress }) {
    const calls = callsOf(candidate.application_id);
    const current =
      (route.call && callById(route.call)) ||
      (!route.call && standing(candidate.application_id).main);
    if (current && current.application_id === candidate.application_id) {
      call.show({
        call: current,
        calls,
        candidate,
        route,
        followed: followed.value[current.call_id],
      });
      return call.element;
    }
    if (progress?.state === "error") {
      retry = () => onRetry([candidate.job_id]);
      return failed;
    }
    const kind = progress?.state !== "done" ? "loading" : route.call ? "missing" : "none";
    empty.show(kind, candidate, { ...route, call: null });
    return empty.element;
  }

  return {
    element,
    focus: header.focus,
    show(state) {
      const { candidate, route } = state;
      const newest = callsOf(candidate.application_id)[0];
      const dial = dials.value[candidate.application_id];
      back.href = linkTo({ job: route.job });
      header.show(candidate);
      callButton.show(candidate, {
        state: dial?.state,
        isOnCall: newest?.call_status === "call_in_progress",
      });
      showDial(dial, candidate);
      place(body, [bodyFor(state)]);
    },
  };
}

function emptyBox(kind, candidate, route) {
  if (kind === "loading") return skeleton();
  if (kind === "missing") {
    return h(
      "div",
      { class: "blank" },
      h("p", { class: "blank-title" }, "This call is not among the candidate's calls"),
      h("p", { class: "muted" }, "It may have been deleted, or belong to somebody else."),
      h("a", { class: "button", href: linkTo(route) }, "Show the newest call"),
    );
  }
  return h(
    "div",
    { class: "blank" },
    h("span", { class: "blank-picture", "aria-hidden": "true" }, icon("phone")),
    h("p", { class: "blank-title" }, "No screening call yet"),
    h(
      "p",
      { class: "muted" },
      "Call now, and the assistant rings ",
      h("bdi", {}, candidate.candidate_name),
      ", asks the questions for this job, and you read along.",
    ),
  );
}

function skeleton() {
  const bone = (className) => h("span", { class: `skeleton ${className}` });
  return h(
    "div",
    { class: "call", "aria-busy": "true", "aria-label": "Loading calls" },
    h(
      "div",
      { class: "call-assessment" },
      h(
        "div",
        { class: "card score-card" },
        bone("skeleton-dial"),
        h("div", { class: "assessing-lines" }, bone("skeleton-line"), bone("skeleton-line short")),
      ),
      h(
        "div",
        { class: "card" },
        bone("skeleton-line"),
        bone("skeleton-line"),
        bone("skeleton-line short"),
      ),
    ),
    h(
      "div",
      { class: "call-conversation" },
      h(
        "div",
        { class: "card" },
        [1, 2, 3, 4].map(() => bone("skeleton-turn")),
      ),
    ),
  );
}
