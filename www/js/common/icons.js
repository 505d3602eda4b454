import { svg } from "./dom.js";

const paths = {
  phone:
    "M5 4h3.5l1.6 4.2-2.2 1.5a12 12 0 0 0 6.4 6.4l1.5-2.2L20 15.5V19a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z",
  back: "M15 5l-7 7 7 7",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  search: "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.5 10.5L20 20",
  copy: "M9 9h10v11H9zM5 15V4h10",
  alert: "M12 4l9 16H3L12 4Zm0 6v4.5m0 2.6v.2",
  incoming: "M18 6L7 17m0-8v8h8",
  outgoing: "M6 18L17 7m-8 0h8v8",
  display: "M12 3.5a8.5 8.5 0 1 0 0 17Zm0 0a8.5 8.5 0 0 1 0 17",
};

/** A picture beside words that say the same. */
export function icon(name) {
  return svg(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: paths[name] }),
  );
}
