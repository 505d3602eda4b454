import { allJobs } from "../data/route.js";
import { callsOf } from "../data/calls.js";
import { progressOf } from "../data/results.js";
import { h, setChildren } from "../common/dom.js";
import { number, plural } from "../common/format.js";
import { problemBox } from "../common/problem.js";
import { arrange } from "./order.js";
import { createRow } from "./row.js";
import { createToolbar } from "./toolbar.js";

/** The candidates of a job. `onRetry` loads failed results again. */
export function createList({ candidates, jobs, onJob, onRetry }) {
  const rows = new Map(
    candidates.map((candidate) => [candidate.application_id, createRow(candidate)]),
  );
  const groups = new Map();
  let route = {};
  const toolbar = createToolbar({ jobs, onJob, onView: () => show(route) });
  const bar = h("progress", {
    class: "progress",
    max: "1",
    "aria-label": "Loading screening results",
  });
  const summary = h("p", { class: "list-summary", role: "status" });
  const problem = h("div", { class: "list-problem" });
  const body = h("div", { class: "list-body", on: { keydown: moveWithArrows } });
  const element = h(
    "section",
    { class: "list", "aria-label": "Candidates" },
    h("h1", { class: "visually-hidden" }, "Candidates"),
    toolbar.element,
    bar,
    summary,
    problem,
    body,
  );

  function show(next) {
    route = next;
    toolbar.setJob(route.job);
    const isAll = route.job === allJobs;
    const shownJobs = isAll ? jobs.map(({ job_id }) => job_id) : [route.job];
    const mine = isAll ? candidates : candidates.filter(({ job_id }) => job_id === route.job);
    const progress = progressOf(shownJobs);
    const isKnown = !progress.isLoading && !progress.error;
    const arranged = arrange(mine, { ...toolbar.view, isKnown });
    const count = arranged.reduce((sum, group) => sum + group.rows.length, 0);

    bar.hidden = !progress.isLoading;
    bar.value = progress.share;
    summary.textContent = summaryOf(arranged, progress);
    showProblem(progress.error, () => onRetry(shownJobs));
    for (const row of arranged.flatMap((group) => group.rows))
      showRow(row, { isKnown, isLoading: progress.isLoading });
    setChildren(body, count === 0 ? [empty(mine.length)] : arranged.map(groupOf));
  }

  function showRow({ candidate, standing }, loading) {
    const pick = (call) =>
      call && {
        call_status: call.call_status,
        call_score: call.call_score,
        created_at: call.created_at,
      };
    rows.get(candidate.application_id).show({
      standing: {
        newest: pick(standing.newest),
        best: pick(standing.best),
        main: pick(standing.main),
      },
      job: route.job,
      isCurrent: candidate.application_id === route.application,
      ...loading,
    });
  }

  function groupOf({ title, rows: shown }) {
    if (!groups.has(title)) {
      const count = h("span", { class: "group-count" });
      const items = h("ul", { class: "rows", "aria-label": title ?? "Candidates" });
      const heading = title && h("h2", { class: "group-title" }, title, " ", count);
      groups.set(title, { element: h("div", { class: "group" }, heading, items), items, count });
    }
    const group = groups.get(title);
    group.count.textContent = number.format(shown.length);
    setChildren(
      group.items,
      shown.map(({ candidate }) => rows.get(candidate.application_id).element),
    );
    return group.element;
  }

  let shownError = null;
  function showProblem(error, retry) {
    if (error === shownError) return;
    shownError = error;
    setChildren(problem, error ? [problemBox(error, retry)] : []);
  }

  let emptyBox;
  function empty(total) {
    if (total === 0) return h("p", { class: "list-empty" }, "Nobody has applied for this job yet.");
    emptyBox ??= h(
      "div",
      { class: "list-empty" },
      h("p", {}, "No candidate matches."),
      h(
        "button",
        { type: "button", class: "button", on: { click: () => toolbar.clear() } },
        "Show everyone",
      ),
    );
    return emptyBox;
  }

  function moveWithArrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...body.querySelectorAll("a.row")];
    const at = links.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    links[at + step]?.focus();
  }

  return {
    element,
    show,
    /** Moves the focus back to a candidate's row. */
    focus: (applicationId) => rows.get(applicationId)?.link.focus(),
  };
}

function summaryOf(groups, { isLoading, error, seen, count: total }) {
  if (isLoading) {
    return total
      ? `Loading screening results… ${number.format(seen)} of ${number.format(total)}`
      : "Loading screening results…";
  }
  const rows = groups.flatMap((group) => group.rows);
  const candidates = plural(rows.length, "candidate", "candidates");
  // Counted from the rows, because these include calls that were placed after the listing.
  const calls = rows.reduce(
    (sum, { candidate }) => sum + callsOf(candidate.application_id).length,
    0,
  );
  return error
    ? candidates
    : `${candidates}, ${plural(calls, "screening call", "screening calls")}`;
}
