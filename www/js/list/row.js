import { isUnderWay } from "../data/calls.js";
import { linkTo } from "../data/route.js";
import { h, hidden, setChildren } from "../common/dom.js";
import { day, initials } from "../common/format.js";

/** One candidate in the list. The row is a link, so that it can open in a new tab. */
export function createRow(candidate) {
  const standingLine = h("span", { class: "row-standing" });
  const score = h("span", { class: "row-score" });
  const link = h(
    "a",
    { class: "row" },
    h("span", { class: "avatar", "aria-hidden": "true" }, initials(candidate.candidate_name)),
    h(
      "span",
      { class: "row-text" },
      h(
        "span",
        { class: "row-name", dir: "auto", lang: candidate.language },
        candidate.candidate_name,
      ),
      standingLine,
    ),
    score,
  );
  const element = h("li", { class: "row-item" }, link);
  let shown;

  return {
    element,
    link,
    show({ standing, job, isCurrent, isKnown, isLoading }) {
      const key = JSON.stringify([standing, job, isCurrent, isKnown, isLoading]);
      if (key === shown) return;
      shown = key;
      link.href = linkTo({ job, application: candidate.application_id });
      if (isCurrent) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      setChildren(score, scoreOf(standing, isLoading));
      setChildren(standingLine, lineOf(candidate, standing, isKnown));
    },
  };
}

function scoreOf({ main, best }, isLoading) {
  if (isUnderWay(main)) return [h("span", { class: "live-dot" }), hidden("On a call")];
  if (best) return [hidden("Score "), h("span", { class: "row-number" }, String(best.call_score))];
  return isLoading ? [h("span", { class: "skeleton skeleton-score" })] : [];
}

function lineOf(candidate, { main, newest }, isKnown) {
  if (!isKnown && !main) return [`Applied ${day(candidate.applied_at)}`];
  const isMissed = newest?.call_status === "call_failed" && main.call_status !== "call_failed";
  const missed = isMissed && `not reached ${day(newest.created_at) ?? "since"}`;
  const words = [standingWords(main), missed].filter(Boolean).join(", ");
  return [words, h("span", { class: "row-stage" }, candidate.stage)];
}

/** The state of a call as text. */
function standingWords(call) {
  if (!call) return "Not called yet";
  if (isUnderWay(call)) return "On a call";
  if (call.call_status === "call_in_progress") return `No news since ${day(call.created_at)}`;
  if (call.call_status === "call_failed") return "Not reached";
  const date = day(call.created_at);
  return date ? `Called ${date}` : "Called";
}
