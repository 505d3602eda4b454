import { h } from "../common/dom.js";
import { clock, time } from "../common/format.js";
import { icon } from "../common/icons.js";
import { directionWord, statusWord } from "../common/words.js";

/** Where the call stands, in one line. */
export function createStatus() {
  const dot = h("span", { class: "status-dot" });
  const words = h("span", { class: "status-words" });
  const timer = h("span", { class: "status-timer", role: "timer" });
  const about = h("span", { class: "status-about muted" });
  const element = h("div", { class: "status" }, dot, words, timer, about);
  let startedAt;
  setInterval(tick, 1_000);

  function tick() {
    timer.hidden = !startedAt;
    if (startedAt) timer.textContent = clock((Date.now() - startedAt) / 1000);
  }

  return {
    element,
    show(call, phase) {
      const isLive = call.call_status === "call_in_progress";
      element.dataset.state = isLive
        ? "live"
        : phase === "assessing"
          ? "assessing"
          : call.call_status;
      words.textContent = wordsFor(call, phase);
      startedAt = isLive ? Date.parse(call.created_at ?? "") || undefined : undefined;
      // A clock that has run for hours says only that nobody ended the call properly.
      if (Date.now() - startedAt > 3 * 3_600_000) startedAt = undefined;
      tick();
      const direction = directionWord(call.call_direction);
      about.replaceChildren(
        ...[
          direction && icon(call.call_direction === "incoming" ? "incoming" : "outgoing"),
          [direction, time(call.created_at)].filter(Boolean).join(" · "),
        ].filter(Boolean),
      );
    },
  };
}

function wordsFor(call, phase) {
  if (call.call_status === "call_in_progress")
    return call.transcript ? "In conversation" : "Ringing…";
  if (phase === "assessing") return "Call ended. Being assessed…";
  return statusWord(call.call_status);
}
