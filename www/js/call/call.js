import { client } from "../data/client.js";
import { isAssessed, learn } from "../data/calls.js";
import { follow } from "../data/follow.js";
import { h, part, place } from "../common/dom.js";
import { problemBox } from "../common/problem.js";
import { breakdown } from "./breakdown.js";
import { digest } from "./digest.js";
import { pastCalls } from "./past.js";
import { questions } from "./questions.js";
import { recording } from "./recording.js";
import { scoreCard } from "./score.js";
import { createStatus } from "./status.js";
import { createTranscript } from "./transcript.js";

/** One call: live while it is under way, then its assessment, recording and conversation. */
export function createCall() {
  const status = createStatus();
  const transcript = createTranscript();
  const problem = h("div", { class: "part" });
  const waiting = part((what) => what && assessing());
  const parts = {
    score: part(scoreCard),
    digest: part(digest),
    breakdown: part(breakdown),
    questions: part(questions),
    recording: part((url) => recording(url, refresh)),
    past: part(pastCalls),
    ahead: part((isShown) => isShown && ahead()),
    none: part(
      (isShown) =>
        isShown && h("p", { class: "card muted no-assessment" }, "This call has no assessment."),
    ),
  };
  parts.past.element.classList.add("call-others");
  const assessment = h(
    "div",
    { class: "call-assessment" },
    h("div", { class: "card status-card" }, status.element),
    problem,
    waiting.element,
    parts.ahead.element,
    parts.score.element,
    parts.none.element,
    parts.recording.element,
    parts.digest.element,
    parts.breakdown.element,
    parts.questions.element,
    parts.past.element,
  );
  const element = h(
    "div",
    { class: "call" },
    assessment,
    h("div", { class: "call-conversation" }, transcript.element),
  );
  let shownId;
  let shownApplication;
  let readError = null;

  /** A listing may be older than the call, and links to recordings expire. */
  async function refresh() {
    const id = shownId;
    try {
      learn(await client.getCallDetails(id), shownApplication);
      if (id === shownId) showProblem(null);
    } catch (error) {
      if (id === shownId) showProblem(error, refresh);
    }
  }

  function showProblem(error, retry) {
    if (error === readError) return;
    readError = error;
    place(problem, error ? [problemBox(error, retry)] : []);
  }

  return {
    element,
    show({ call, followed, calls, candidate, route }) {
      const isOther = call.call_id !== shownId;
      shownId = call.call_id;
      shownApplication = candidate.application_id;
      const isLive = call.call_status === "call_in_progress";
      const phase = followed?.phase;
      const isWaiting = !isLive && phase === "assessing";
      const names = {
        bot: "Assistant",
        human: candidate.candidate_name,
      };
      element.classList.toggle("is-live", isLive);
      status.show(call, phase);
      waiting.show(isWaiting);
      parts.ahead.show(isLive);
      parts.score.show(call.call_score, isLive ? null : call.ninjahire_intelligence);
      parts.digest.show(call.call_digest);
      parts.breakdown.show(call.call_summary);
      parts.questions.show(call.questions_response, candidate.language);
      parts.recording.show(call.recording_url);
      parts.past.show(calls.map(essence), call.call_id, route);
      const isBare = !isAssessed(call) && !call.ninjahire_intelligence;
      parts.none.show(!isLive && !isWaiting && isBare && call.call_status !== "call_failed");
      transcript.show(call, { isLive, names, lang: candidate.language });
      if (isOther) {
        showProblem(null);
        if (isLive) follow(call.call_id, candidate.application_id);
        else if (!followed) refresh();
      }
      if (followed?.phase === "error") {
        showProblem(followed.error, () => follow(call.call_id, candidate.application_id));
      } else if (isLive && readError) {
        showProblem(null);
      }
    },
  };
}

const essence = ({ call_id, call_status, call_direction, call_score, created_at }) => ({
  call_id,
  call_status,
  call_direction,
  call_score,
  created_at,
});

function ahead() {
  return h(
    "div",
    { class: "card ahead muted" },
    h("p", {}, "Score, summary, answers and recording come here once the call has ended."),
  );
}

function assessing() {
  return h(
    "div",
    { class: "card assessing" },
    h("span", { class: "skeleton skeleton-dial" }),
    h(
      "div",
      { class: "assessing-lines" },
      h("p", {}, "The conversation is being assessed. The score comes in a few seconds."),
      h("span", { class: "skeleton skeleton-line" }),
      h("span", { class: "skeleton skeleton-line short" }),
    ),
  );
}
