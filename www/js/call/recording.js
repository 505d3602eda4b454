import { h } from "../common/dom.js";

/** The recording. Links may expire: `onRefresh` is asked for a fresh one. */
export function recording(url, onRefresh) {
  if (!isHttp(url)) return null;
  const failed = h(
    "div",
    { class: "recording-failed", role: "alert", hidden: true },
    h("p", {}, "The recording could not be played. Its link may have expired."),
    h("button", { type: "button", class: "button", on: { click: onRefresh } }, "Get a fresh link"),
  );
  const audio = h("audio", {
    controls: true,
    preload: "none",
    src: url,
    "aria-label": "Recording of the call",
    on: { error: () => (failed.hidden = false) },
  });
  return h(
    "section",
    { class: "card recording", "aria-label": "Recording" },
    h("h2", { class: "card-title" }, "Recording"),
    audio,
    failed,
  );
}

/** Nothing but the web is ever played. */
function isHttp(url) {
  return URL.canParse(url ?? "") && /^https?:$/.test(new URL(url).protocol);
}
