/** Loads the screening results of a job, page by page. */

import { store } from "../common/store.js";
import { learn } from "./calls.js";

/** How far each job's results have come: `{ state, seen, count, error }` by job id. */
export const results = store({});

const pageSize = 50;

export async function loadResults(jobId) {
  if (["loading", "done"].includes(results.value[jobId]?.state)) return;
  const tell = (progress) => results.change({ [jobId]: { ...results.value[jobId], ...progress } });
  tell({ state: "loading", seen: 0, count: null, error: null });
  try {
    await customElements.whenDefined("ninjahire-provider");
    const { client } = document.querySelector("ninjahire-provider");
    const listing = client.screeningResults({ job_id: jobId, size: pageSize });
    for await (const page of listing.pages()) {
      for (const result of page.data) learn(result);
      tell({ seen: listing.seen, count: listing.count });
    }
    tell({ state: "done" });
  } catch (error) {
    tell({ state: "error", error });
  }
}

/** The progress of several jobs as one. */
export function progressOf(jobIds) {
  const all = jobIds.map((id) => results.value[id]).filter(Boolean);
  const sum = (field) => all.reduce((total, one) => total + (one[field] ?? 0), 0);
  const done = all.filter(({ state }) => state === "done").length;
  return {
    isLoading: all.some(({ state }) => state === "loading") || all.length < jobIds.length,
    error: all.find(({ state }) => state === "error")?.error ?? null,
    seen: sum("seen"),
    count: sum("count"),
    // Jobs count as much as calls: how many calls there are is known only after a job's first page.
    share:
      all.reduce(
        (total, one) =>
          total + (one.state === "done" ? 1 : (one.seen ?? 0) / (one.count || Infinity)),
        0,
      ) / jobIds.length,
    done,
  };
}
