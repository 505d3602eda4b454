import { callsOf } from "../data/calls.js";
import { h, part } from "../common/dom.js";

/** The job's screening calls, shown while no candidate is selected. `go` gets the next route. */
export function createOverview(go) {
  const title = part(titleOf);
  const results = h("ninjahire-results", {
    on: {
      "ninjahire-call-select": ({ detail: { result } }) =>
        go({ application: result.application_id, call: result.call_id }),
    },
  });
  const failed = h(
    "div",
    { class: "blank" },
    h("p", {}, "The calls could not be loaded"),
    h("p", {}, "See the message beside the list."),
  );
  return {
    element: h("div", { class: "overview" }, title.element, results, failed),
    show(job, candidates, { isLoading, hasFailed }) {
      const names = new Map(
        candidates.map(({ application_id, candidate_name }) => [application_id, candidate_name]),
      );
      title.show(job);
      results.nameOf = ({ application_id }) => names.get(application_id);
      // The list has loaded them already. With `job-id`, the element would load them again.
      results.results = [...names.keys()].flatMap(callsOf);
      results.loading = isLoading;
      failed.hidden = !hasFailed || results.results.length > 0;
      results.hidden = !failed.hidden;
    },
  };
}

function titleOf(job) {
  return h(
    "header",
    {},
    h("h1", { dir: "auto", lang: job?.language }, job?.job_title ?? "All jobs"),
    job && h("p", { class: "muted" }, h("bdi", {}, job.company), " · ", h("bdi", {}, job.location)),
  );
}
