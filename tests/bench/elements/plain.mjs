/** Turns in plain DOM, without a framework: a row for each, in chunks that the browser lays out when they are near the viewport. */

/** The same chunk size as in the elements, so that the browser has the same layout work for both. */
const chunkSize = 50;

function textIn(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A host with all turns in its shadow root, under `sheets`. */
export function plainTranscript(turns, sheets) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  const scroller = textIn("div", "scroller", "");
  const list = textIn("div", "list long", "");
  list.setAttribute("role", "list");
  for (let at = 0; at < turns.length; at += chunkSize) {
    const chunk = textIn("div", "chunk", "");
    chunk.setAttribute("role", "presentation");
    chunk.style.setProperty("--chunk-height", "300em");
    for (const turn of turns.slice(at, at + chunkSize)) chunk.append(row(turn));
    list.append(chunk);
  }
  scroller.append(list);
  root.append(scroller);
  return host;
}

function row({ role, text }) {
  const row = textIn("div", `turn ${role}`, "");
  row.setAttribute("role", "listitem");
  row.setAttribute("part", "turn");
  const who = textIn("div", "who", "");
  const name = document.createElement("bdi");
  name.setAttribute("part", "speaker");
  name.textContent = role;
  who.append(name);
  const words = textIn("p", "text", text);
  words.dir = "auto";
  words.setAttribute("part", "text");
  row.append(who, words);
  return row;
}
