import { parseQuestions } from "/node_modules/ninjahire-calls/index.js";
import { h, hidden } from "../common/dom.js";
import { unread } from "./unread.js";

/** What was asked, what was answered, and the score as given: its scale is not documented. */
export function questions(raw, language) {
  if (!raw) return null;
  const { rows, problems } = parseQuestions(raw);
  if (rows.length + problems.length === 0) return null;
  return h(
    "section",
    { class: "card", "aria-label": "Questions" },
    h("h2", { class: "card-title" }, "Questions and answers"),
    h(
      "ol",
      { class: "questions" },
      rows.map((row) => item(row, language)),
    ),
    unread(problems),
  );
}

function item({ question, response, scoreText }, lang) {
  return h(
    "li",
    { class: "question" },
    h(
      "div",
      { class: "question-head" },
      h("p", { class: "question-text", dir: "auto", lang }, question ?? "Question not recorded"),
      scoreText !== null && h("span", { class: "given-score" }, hidden("Score "), scoreText),
    ),
    response
      ? h("p", { class: "question-response", dir: "auto", lang }, response)
      : h("p", { class: "question-response muted" }, "No answer recorded"),
  );
}
