import { linkTo } from "../data/route.js";
import { h } from "../common/dom.js";
import { plural, time } from "../common/format.js";
import { icon } from "../common/icons.js";
import { statusWord } from "../common/words.js";

const shownAtFirst = 5;

/** The application's calls, to go from one to another. */
export function pastCalls(calls, currentId, route) {
  if (calls.length < 2) return null;
  const isOpen = calls.findIndex(({ call_id }) => call_id === currentId) >= shownAtFirst;
  const items = calls.map((call) => item(call, call.call_id === currentId, route));
  const rest = items.slice(shownAtFirst);
  return h(
    "section",
    { class: "card", "aria-label": "All calls" },
    h("h2", { class: "card-title" }, "All calls"),
    h("ul", { class: "past" }, items.slice(0, shownAtFirst)),
    rest.length > 0 &&
      h(
        "details",
        { class: "past-more", open: isOpen },
        h("summary", {}, plural(rest.length, "older call", "older calls")),
        h("ul", { class: "past" }, rest),
      ),
  );
}

function item(call, isCurrent, route) {
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: "past-call",
        href: linkTo({ ...route, call: call.call_id }),
        "aria-current": isCurrent && "true",
      },
      icon(call.call_direction === "incoming" ? "incoming" : "outgoing"),
      h("span", { class: "past-when" }, time(call.created_at) ?? "Date not known"),
      h("span", { class: "past-status" }, statusWord(call.call_status)),
      h("span", { class: "past-score" }, call.call_score === null ? "–" : String(call.call_score)),
    ),
  );
}
