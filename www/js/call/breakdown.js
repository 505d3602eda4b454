import { parseSummary } from "/node_modules/ninjahire-calls/index.js";
import { h } from "../shared/dom.js";

/** The assessment by category. Scores are shown as given: their scale is not documented. */
export function breakdown(summary) {
  const rows = summary ? parseSummary(summary) : [];
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: "card", "aria-label": "Assessment by category" },
    h("h3", { class: "card-title" }, "By category"),
    h("ul", { class: "categories" }, rows.map(row)),
  );
}

function row({ category, score_text, text }) {
  return h(
    "li",
    { class: "category" },
    h("span", { class: "category-name", dir: "auto" }, category),
    score_text !== null && h("span", { class: "given-score" }, score_text),
    text && h("p", { class: "category-text", dir: "auto" }, text),
  );
}
