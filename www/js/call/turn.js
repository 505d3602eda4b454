import { h } from "../common/dom.js";

/** One turn of the conversation. It can grow while it is being spoken. */
export function createTurn(turn, { names, lang }) {
  const words = document.createTextNode(turn.text);
  const element = h(
    "li",
    { class: `turn turn-${turn.role}` },
    h("p", { class: "turn-speaker", dir: "auto" }, names[turn.role] ?? turn.label ?? "Speaker"),
    h("p", { class: "turn-text", dir: "auto", lang }, words),
  );
  return {
    element,
    words,
    role: turn.role,
    show: (text) => {
      // In place, so that a screen reader does not take it for a new turn.
      if (words.data !== text) words.data = text;
    },
  };
}
