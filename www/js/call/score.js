import { h, hidden, svg } from "../common/dom.js";
import { intelligenceWords } from "../common/words.js";

/** The score as a number first, and as a picture beside it; what the assessment makes of it in words. */
export function scoreCard(score, intelligence) {
  const words = intelligenceWords(intelligence);
  if (score === null && !words) return null;
  return h(
    "section",
    { class: "card score-card", "aria-label": "Score" },
    score === null ? null : dial(score),
    h(
      "div",
      { class: "score-words" },
      score === null && h("p", { class: "score-none" }, "No score"),
      words && h("h2", { class: "score-title" }, words.title),
      words?.text && h("p", { class: "muted" }, words.text),
    ),
  );
}

function dial(score) {
  const circle = (className, length) =>
    svg("circle", {
      class: className,
      cx: 60,
      cy: 60,
      r: 52,
      pathLength: 100,
      "stroke-dasharray": length && `${length} 100`,
    });
  return h(
    "div",
    { class: "dial" },
    h(
      "p",
      { class: "dial-number" },
      hidden("Score "),
      h("span", {}, String(score)),
      h("span", { class: "dial-of" }, " of 100"),
    ),
    svg(
      "svg",
      { class: "dial-picture", viewBox: "0 0 120 120", "aria-hidden": "true" },
      circle("dial-track"),
      score > 0 && circle("dial-value", score),
    ),
  );
}
