import { callsOf, isUnderWay, addCall, standing } from "../data/calls.js";
import { linkTo } from "../data/route.js";
import { h, part } from "../common/dom.js";
import { icon } from "../common/icons.js";
import { callList } from "./call-list.js";
import { createHeader } from "./header.js";

const emptyWords = {
  loading: ["Loading calls…"],
  error: ["The calls could not be loaded", "See the message beside the list."],
  done: [
    "No screening call yet",
    "Call now: the assistant asks the questions for this job, and you read along.",
  ],
};

/** A candidate: the header, the button that calls them, and one of their calls. `go` gets the next route. */
export function createDetail(candidate, go) {
  const { application_id, candidate_name, phone_masked, language_name } = candidate;
  let route;

  // A name may have another direction than the text around it.
  const name = `\u2068${candidate_name}\u2069`;
  const button = h("ninjahire-call-button", { "application-id": application_id });
  button.strings = {
    confirm: `Call ${name} now?`,
    confirmHint: `The assistant rings ${phone_masked} right away. It speaks ${language_name} and records the call.`,
    confirmYes: "Call now",
  };
  const empty = part((words) =>
    h(
      "div",
      { class: "blank" },
      words.map((text) => h("p", {}, text)),
    ),
  );
  empty.element.slot = "empty";
  const call = h("ninjahire-call", {}, empty.element);
  call.strings = { bot: "Assistant", human: candidate_name };

  const back = h("a", { class: "back" }, icon("back"), "Candidates");
  const header = createHeader(candidate, button);
  const others = part(callList);
  const addCallNow = (news) => addCall(news, application_id, new Date().toISOString());
  const on = {
    "ninjahire-call-placed": ({ detail: { callId } }) => {
      addCallNow({ call_id: callId, call_status: "call_in_progress", call_score: null });
      if (callId && !element.hidden) go({ ...route, call: callId });
    },
    "ninjahire-call-updated": ({ detail }) => addCallNow(detail.call),
  };
  const element = h("article", { class: "detail", on }, back, header.element, others.element, call);

  return {
    element,
    focus: header.focus,
    show(next, progress = "loading") {
      route = next;
      const calls = callsOf(application_id);
      const { newest, main } = standing(application_id);
      const current = calls.find(({ call_id }) => call_id === route.call) ?? main;
      back.href = linkTo({ job: route.job });
      button.disabled = isUnderWay(newest);
      button.disabledReason = "A call is under way.";
      call.callId = current?.call_id ?? null;
      others.show(
        calls.map(({ call_id, created_at, call_score }) => ({ call_id, created_at, call_score })),
        current?.call_id,
        route,
      );
      empty.show(emptyWords[progress]);
    },
  };
}
