import { svg } from "./dom.js";

const paths = {
  back: "M15 5l-7 7 7 7",
  down: "M6 9l6 6 6-6",
  search: "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm4.5 10.5L20 20",
  alert: "M12 4l9 16H3L12 4Zm0 6v4.5m0 2.6v.2",
  display: "M12 3.5a8.5 8.5 0 1 0 0 17Zm0 0a8.5 8.5 0 0 1 0 17",
};

/** An icon beside text that says the same. */
export function icon(name) {
  return svg(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: paths[name] }),
  );
}
