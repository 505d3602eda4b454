import { h } from "../common/dom.js";

/** The assessment in prose. */
export function digest(text) {
  if (!text) return null;
  return h(
    "section",
    { class: "card", "aria-label": "Summary" },
    h("h2", { class: "card-title" }, "Summary"),
    text.split(/\n+/).map((paragraph) => h("p", { class: "digest", dir: "auto" }, paragraph)),
  );
}
