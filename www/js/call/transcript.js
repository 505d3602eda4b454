import { parseTranscript } from "/node_modules/ninjahire-calls/index.js";
import { h } from "../common/dom.js";
import { icon } from "../common/icons.js";
import { followEnd } from "./scroll.js";
import { createSearch } from "./search.js";
import { createTurn } from "./turn.js";

/** The transcript as a conversation. */
export function createTranscript() {
  let turns = [];
  let shownCall;
  let wasLive = false;
  let transcript = "";
  const search = createSearch(() => turns);
  const list = h("ol", { class: "turns" });
  const log = h("div", { class: "turns-log" }, list);
  const note = h("p", { class: "transcript-note muted" });
  const listening = h(
    "p",
    { class: "listening", hidden: true },
    h("span", {}),
    h("span", {}),
    h("span", {}),
  );
  const toEnd = h(
    "button",
    { type: "button", class: "to-end", hidden: true },
    icon("down"),
    "Newest words",
  );
  const copied = h("span", { class: "copy-label" }, "Copy");
  const copy = h(
    "button",
    { type: "button", class: "button button-quiet", on: { click: copyAll } },
    icon("copy"),
    copied,
  );
  const tools = h("div", { class: "transcript-tools" }, search.element);
  const end = followEnd(log, toEnd);
  const element = h(
    "section",
    { class: "card transcript", "aria-label": "Conversation" },
    h(
      "div",
      { class: "transcript-head" },
      h(
        "div",
        { class: "transcript-title" },
        h("h2", { class: "card-title" }, "Conversation"),
        copy,
      ),
      tools,
    ),
    h(
      "div",
      { class: "transcript-scroll", role: "group", "aria-label": "Transcript", tabindex: "0" },
      note,
      log,
      listening,
      toEnd,
    ),
  );

  async function copyAll() {
    try {
      await navigator.clipboard.writeText(transcript);
      copied.textContent = "Copied";
    } catch {
      copied.textContent = "Not allowed";
    }
    setTimeout(() => (copied.textContent = "Copy"), 2_000);
  }

  function show(call, { isLive, names, lang }) {
    const isOther = call.call_id !== shownCall;
    shownCall = call.call_id;
    if (isOther) {
      turns = [];
      list.replaceChildren();
      search.clear();
    }
    // A live one is announced as it grows; a finished one is only read.
    if (isLive) log.setAttribute("role", "log");
    else log.removeAttribute("role");
    // The last words come with the end.
    end.set(isLive || (wasLive && !isOther));
    wasLive = isLive;
    const next = call.transcript ?? "";
    if (isOther || next !== transcript) {
      transcript = next;
      const read = next ? parseTranscript(next) : [];
      end.around(() => {
        showAround(read.length, isLive, names);
        return update(read, { names, lang });
      });
      search.refresh();
    } else {
      end.around(() => showAround(turns.length, isLive, names));
    }
  }

  /** What is there besides the turns. */
  function showAround(count, isLive, names) {
    tools.hidden = copy.hidden = count === 0;
    listening.hidden = !isLive;
    note.hidden = count > 0;
    note.textContent = isLive
      ? `Waiting for ${names.human} to pick up…`
      : "There is no transcript of this call.";
  }

  function update(read, how) {
    let hasGrown = false;
    read.forEach((turn, at) => {
      if (turns[at]?.role === turn.role) {
        hasGrown ||= turns[at].words.data !== turn.text;
        return turns[at].show(turn.text);
      }
      hasGrown = true;
      const made = createTurn(turn, how);
      if (turns[at]) turns[at].element.replaceWith(made.element);
      else list.append(made.element);
      turns[at] = made;
    });
    for (const { element } of turns.splice(read.length)) element.remove();
    return hasGrown;
  }

  return { element, show };
}
