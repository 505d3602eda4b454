import { candidates as loadCandidates, me, signOut } from "./data/ats.js";
import { calls } from "./data/calls.js";
import { jobsOf } from "./data/jobs.js";
import { loadResults, results } from "./data/results.js";
import { createDetail } from "./detail/detail.js";
import { createList } from "./list/list.js";
import { createOverview } from "./detail/overview.js";
import { allJobs, linkTo, readRoute } from "./data/route.js";
import { displayMenu } from "./common/display.js";
import { h, setChildren } from "./common/dom.js";
import { initials } from "./common/format.js";
import { problemBox } from "./common/problem.js";
import { watchConnection } from "./common/offline.js";

const main = document.querySelector("main");
main.addEventListener("ninjahire-call-error", ({ detail: { error } }) => {
  if (error.code === "authentication")
    setChildren(document.querySelector("#problem"), [problemBox(error)]);
});
document.querySelector("#display").append(displayMenu());
watchConnection(document.querySelector("#offline"));
start();

async function start() {
  try {
    const [user, candidates] = await Promise.all([me(), loadCandidates()]);
    showUser(user);
    run(candidates);
    // Load the elements after the candidates are drawn, so that they do not delay them.
    requestAnimationFrame(() => setTimeout(() => import("/build/elements.js")));
  } catch (error) {
    setChildren(main, [h("div", { class: "start-problem" }, problemBox(error, start))]);
  }
}

function run(candidates) {
  const jobs = jobsOf(candidates);
  const go = (route) => (location.hash = linkTo(route));
  const onRetry = (jobIds) => jobIds.forEach(loadResults);
  const list = createList({ candidates, jobs, onJob: (job) => go({ job }), onRetry });
  const overview = createOverview((to) => go({ job: shown.job, ...to }));
  const details = new Map();
  const pane = h("div", { class: "pane", tabindex: "-1" }, overview.element);
  document.querySelector(".skip-link").addEventListener("click", (event) => {
    event.preventDefault();
    pane.focus();
  });
  setChildren(main, [list.element, pane]);

  let shown = {};
  function show() {
    const route = { ...readRoute() };
    if (route.job !== allJobs && !jobs.some(({ job_id }) => job_id === route.job))
      route.job = jobs[0]?.job_id ?? allJobs;
    const job = jobs.find(({ job_id }) => job_id === route.job);
    const mine = job ? candidates.filter(({ job_id }) => job_id === job.job_id) : candidates;
    const candidate = mine.find(({ application_id }) => application_id === route.application);
    for (const { job_id } of job ? [job] : jobs) if (!results.value[job_id]) loadResults(job_id);

    list.show({ ...route, application: candidate?.application_id });
    main.classList.toggle("has-candidate", Boolean(candidate));
    document.title = [candidate?.candidate_name, job?.job_title ?? "All jobs", "Shortlist"]
      .filter(Boolean)
      .join(" – ");
    overview.element.hidden = Boolean(candidate);
    if (!candidate) {
      const states = (job ? [job] : jobs).map(({ job_id }) => results.value[job_id]?.state);
      overview.show(job, mine, {
        isLoading: states.some((state) => !state || state === "loading"),
        hasFailed: states.includes("error"),
      });
    } else if (!details.has(candidate)) {
      // Details stay in the page, so that a call is still followed while another candidate is shown.
      details.set(candidate, createDetail(candidate, go));
      pane.append(details.get(candidate).element);
    }
    for (const [one, detail] of details) detail.element.hidden = one !== candidate;
    details.get(candidate)?.show(route, results.value[candidate.job_id]?.state);
    if (shown.candidate !== candidate || shown.call !== route.call) {
      // On a wide page the pane scrolls, on a narrow one the whole page.
      pane.scrollTop = 0;
      scrollTo(0, 0);
    }
    moveFocus(shown, candidate);
    shown = { job: route.job, candidate, call: route.call };
  }

  /** On a narrow page, list and candidate are separate screens, so the focus must move between them. */
  function moveFocus(before, candidate) {
    if (
      !("candidate" in before) ||
      before.candidate === candidate ||
      !matchMedia("(width < 48rem)").matches
    )
      return;
    if (candidate) details.get(candidate).focus();
    else if (before.candidate) list.focus(before.candidate.application_id);
  }

  addEventListener("hashchange", show);
  let isScheduled = false;
  for (const source of [calls, results]) source.listen(schedule);
  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      show();
    });
  }
}

function showUser({ name, company }) {
  setChildren(document.querySelector("#user"), [
    h("span", { class: "avatar avatar-small", "aria-hidden": "true" }, initials(name)),
    h("span", { class: "user-words" }, name, h("span", { class: "muted" }, company)),
    h("button", { type: "button", class: "button button-quiet", on: { click: leave } }, "Sign out"),
  ]);
}

async function leave() {
  await signOut().catch(() => {});
  location.assign("/sign-in.html");
}
