import { allJobs } from "../data/route.js";
import { h } from "../common/dom.js";
import { plural } from "../common/format.js";
import { icon } from "../common/icons.js";
import { shows, sorts } from "./order.js";

/** Job picker, search, filter and sort. `onJob` and `onView` get the choice. */
export function createToolbar({ jobs, onJob, onView }) {
  const view = { query: "", show: "all", sort: "score" };
  const change = (patch) => onView(Object.assign(view, patch));
  const total = jobs.reduce((sum, job) => sum + job.candidates, 0);

  const job = select("Job", "field-job", [
    ...jobs.map((one) => [one.job_id, `${one.job_title} · ${one.location} (${one.candidates})`]),
    [allJobs, `All jobs (${plural(total, "candidate", "candidates")})`],
  ]);
  job.control.addEventListener("change", () => onJob(job.control.value));

  const search = h("input", {
    type: "search",
    class: "search-input",
    placeholder: "Search candidates",
    "aria-label": "Search candidates",
    autocomplete: "off",
    spellcheck: "false",
    on: {
      input: ({ target }) => {
        // An empty field has the page's direction.
        target.dir = target.value ? "auto" : "";
        change({ query: target.value });
      },
    },
  });
  const show = select(
    "Show",
    "field-show",
    Object.entries(shows).map(([id, { label }]) => [id, label]),
  );
  show.control.addEventListener("change", () => change({ show: show.control.value }));
  const sort = select(
    "Sort by",
    "field-sort",
    Object.entries(sorts).map(([id, { label }]) => [id, label]),
  );
  sort.control.addEventListener("change", () => change({ sort: sort.control.value }));

  return {
    element: h(
      "div",
      { class: "toolbar", role: "search" },
      job.element,
      h("div", { class: "search" }, icon("search"), search),
      h("div", { class: "toolbar-pair" }, show.element, sort.element),
    ),
    view,
    setJob: (id) => (job.control.value = id),
    clear() {
      search.value = "";
      show.control.value = "all";
      change({ query: "", show: "all" });
      search.focus();
    },
  };
}

function select(label, className, options) {
  const control = h(
    "select",
    { "aria-label": label },
    options.map(([value, text]) => h("option", { value }, text)),
  );
  return { control, element: h("div", { class: `select ${className}` }, control, icon("down")) };
}
