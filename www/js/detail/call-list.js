import { linkTo } from "../data/route.js";
import { h } from "../common/dom.js";
import { time } from "../common/format.js";

/** Links to the application's calls. */
export function callList(calls, currentId, route) {
  if (calls.length < 2) return null;
  const link = ({ call_id, created_at, call_score }) =>
    h(
      "a",
      {
        class: "call-link",
        href: linkTo({ ...route, call: call_id }),
        "aria-current": call_id === currentId && "true",
      },
      time(created_at) ?? "Date not known",
      typeof call_score === "number" && h("b", {}, String(call_score)),
    );
  return h("nav", { class: "call-list", "aria-label": "All calls" }, calls.map(link));
}
