import { h } from "./dom.js";
import { inWords } from "./errors.js";
import { icon } from "./icons.js";

const labels = { retry: "Try again", "sign-in": "Sign in" };

/** A problem where its content would be. */
export function problemBox(error, onRetry) {
  const { title, text, note, remedy } = inWords(error);
  const act =
    remedy === "sign-in" ? () => location.assign(`/sign-in.html${location.hash}`) : onRetry;
  return h(
    "div",
    { class: "notice notice-problem", role: "alert" },
    icon("alert"),
    h(
      "div",
      { class: "notice-body" },
      h("p", { class: "notice-title" }, title),
      h("p", {}, text),
      note && h("p", { class: "notice-note" }, note),
      remedy &&
        act &&
        h("button", { type: "button", class: "button", on: { click: act } }, labels[remedy]),
    ),
  );
}
