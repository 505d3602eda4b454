import { h } from "../common/dom.js";
import { number } from "../common/format.js";
import { icon } from "../common/icons.js";

const highlightName = "transcript-search";
const currentName = "transcript-search-current";

/** Search in a conversation. `turns()` gives the turns with their text nodes. */
export function createSearch(turns) {
  let hits = [];
  let at = 0;
  const count = h("span", { class: "find-count", role: "status" });
  const input = h("input", {
    type: "search",
    class: "search-input",
    placeholder: "Find in conversation",
    "aria-label": "Find in conversation",
    autocomplete: "off",
    on: {
      input: () => {
        // Empty, it keeps to the page's direction.
        input.dir = input.value ? "auto" : "";
        find(true);
      },
      keydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        go(event.shiftKey ? -1 : 1);
      },
    },
  });
  const step = (direction, name, label) =>
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": label,
        disabled: true,
        on: { click: () => go(direction) },
      },
      icon(name),
    );
  const previous = step(-1, "up", "Previous match");
  const next = step(1, "down", "Next match");

  function find(isNew) {
    const query = input.value.trim();
    hits = query ? turns().flatMap((turn) => matches(turn.words, query)) : [];
    at = isNew ? 0 : Math.min(at, Math.max(0, hits.length - 1));
    previous.disabled = next.disabled = hits.length === 0;
    mark();
    if (isNew && hits.length) reveal();
    count.textContent = !query
      ? ""
      : hits.length
        ? `${number.format(at + 1)} of ${number.format(hits.length)}`
        : "No match";
  }

  function go(direction) {
    if (hits.length === 0) return;
    at = (at + direction + hits.length) % hits.length;
    mark();
    reveal();
    count.textContent = `${number.format(at + 1)} of ${number.format(hits.length)}`;
  }

  /** The text stays as it is: the browser paints over it, or, where it cannot, the turn stands out. */
  function mark() {
    const current = hits[at];
    for (const turn of turns())
      turn.element.classList.toggle("is-found", turn.words === current?.startContainer);
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.set(highlightName, new Highlight(...hits));
    CSS.highlights.set(currentName, new Highlight(...(current ? [current] : [])));
  }

  const reveal = () => hits[at].startContainer.parentElement.scrollIntoView({ block: "nearest" });

  return {
    element: h(
      "div",
      { class: "find" },
      h("div", { class: "search" }, icon("search"), input),
      count,
      previous,
      next,
    ),
    /** The text has changed. */
    refresh: () => input.value && find(false),
    clear() {
      input.value = "";
      find(true);
    },
  };
}

function matches(words, query) {
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"), "giu");
  return [...words.data.matchAll(pattern)].map(({ index, 0: found }) => {
    const range = new Range();
    range.setStart(words, index);
    range.setEnd(words, index + found.length);
    return range;
  });
}
