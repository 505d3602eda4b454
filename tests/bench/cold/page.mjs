/** Helpers of the pages. They are imported first, to measure when the script starts. */

/** Milliseconds since the navigation started, by milestone. */
const reached = {};

export function mark(name) {
  reached[name] = performance.now();
}

mark("script");

/** About one screen of turns. */
const firstTurns = 20;

/** Shows the first turns, waits until they are laid out, and reports how long all of it took. */
export function show(turns) {
  const list = document.querySelector("ol");
  for (const { role, text } of turns.slice(0, firstTurns)) {
    const item = document.createElement("li");
    item.className = role;
    item.textContent = text;
    list.append(item);
  }
  list.getBoundingClientRect();
  mark("turns");
  console.log(JSON.stringify({ reached, shown: list.innerHTML }));
}
