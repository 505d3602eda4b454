import { standing } from "../data/calls.js";
import { h, part } from "../common/dom.js";
import { number } from "../common/format.js";

/** The job as a whole, while nobody is picked. */
export function createOverview() {
  const content = part(view);
  return {
    element: h("div", { class: "overview" }, content.element),
    show(job, candidates, isLoading) {
      const standings = candidates.map(({ application_id }) => standing(application_id));
      const count = (test) => standings.filter(test).length;
      content.show(job, isLoading, [
        ["Applied", candidates.length],
        ["Called", count(({ newest }) => newest)],
        ["With a score", count(({ scored }) => scored)],
        ["On a call", count(({ newest }) => newest?.call_status === "call_in_progress")],
      ]);
    },
  };
}

function view(job, isLoading, figures) {
  return h(
    "div",
    { class: "overview-content" },
    h("p", { class: "overline" }, job ? "Job" : "Your jobs"),
    h(
      "h1",
      { class: "overview-title", dir: "auto", lang: job?.language },
      job ? job.job_title : "All jobs",
    ),
    job &&
      h(
        "p",
        { class: "overview-place muted" },
        h("bdi", {}, job.company),
        " · ",
        h("bdi", {}, job.location),
      ),
    h(
      "dl",
      { class: "figures" },
      figures.map(([name, value], at) =>
        h(
          "div",
          { class: "figure" },
          h("dt", {}, name),
          h(
            "dd",
            {},
            isLoading && at > 0
              ? h("span", { class: "skeleton skeleton-score" })
              : number.format(value),
          ),
        ),
      ),
    ),
    h(
      "p",
      { class: "overview-hint muted" },
      "Pick a candidate to see their calls, or to call them.",
    ),
  );
}
