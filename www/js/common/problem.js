/** A message that says why a page or a list cannot be shown, and what to do about it. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const messages = {
  authentication: ["You have been signed out", "Sign in again to go on. Nothing was lost."],
  permission: ["You do not have access", "This belongs to another team."],
  connection: ["The server cannot be reached", "Check your connection or VPN, then try again."],
  server: ["The calling service has a problem", "It is not your fault. Try again in a minute."],
};
const other = ["Something went wrong", "Try again. If it stays, tell your administrator."];

export function problemBox({ code, status, requestId }, onRetry) {
  const [title, text] = messages[code] ?? other;
  const note = [status && `Status ${status}`, requestId && `request ${requestId}`];
  const [label, act] =
    code === "authentication"
      ? ["Sign in", () => location.assign(`/sign-in.html${location.hash}`)]
      : ["Try again", onRetry];
  return h(
    "div",
    { class: "notice", role: "alert" },
    icon("alert"),
    h(
      "div",
      { class: "notice-body" },
      h("p", { class: "notice-title" }, title),
      h("p", {}, text),
      h("p", { class: "notice-note" }, note.filter(Boolean).join(", ")),
      act && h("button", { type: "button", class: "button", on: { click: act } }, label),
    ),
  );
}
