import { parseSummary } from "/node_modules/ninjahire-calls/index.js";
import { h } from "../common/dom.js";
import { unread } from "./unread.js";

/** The assessment by category. Scores are shown as given: their scale is not documented. */
export function breakdown(summary) {
  if (!summary) return null;
  const { rows, problems } = parseSummary(summary);
  if (rows.length + problems.length === 0) return null;
  return h(
    "section",
    { class: "card", "aria-label": "Assessment by category" },
    h("h2", { class: "card-title" }, "By category"),
    h("ul", { class: "categories" }, rows.map(row)),
    unread(problems),
  );
}

function row({ category, scoreText, text }) {
  return h(
    "li",
    { class: "category" },
    h("span", { class: "category-name", dir: "auto" }, category),
    scoreText !== null && h("span", { class: "given-score" }, scoreText),
    text && h("p", { class: "category-text", dir: "auto" }, text),
  );
}
