import { h } from "../common/dom.js";
import { plural } from "../common/format.js";

/** Says that something is not shown; nothing is left out silently. */
export function unread(problems) {
  if (problems.length === 0) return null;
  return h(
    "details",
    { class: "unread" },
    h("summary", {}, `${plural(problems.length, "part", "parts")} could not be read`),
    h(
      "ul",
      {},
      problems.map(({ found }) => h("li", { dir: "auto" }, found)),
    ),
  );
}
