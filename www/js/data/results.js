/** Loads the screening results of a job, page by page. */

import { store } from "../common/store.js";
import { addCall } from "./calls.js";

/** The progress of each job's results: `{ state, seen, count, error }` by job id. */
export const results = store({});

const pageSize = 50;

export async function loadResults(jobId) {
  if (["loading", "done"].includes(results.value[jobId]?.state)) return;
  const report = (progress) =>
    results.change({ [jobId]: { ...results.value[jobId], ...progress } });
  report({ state: "loading", seen: 0, count: null, error: null });
  try {
    await customElements.whenDefined("ninjahire-provider");
    const { client } = document.querySelector("ninjahire-provider");
    const listing = client.screeningResults({ job_id: jobId, size: pageSize });
    for await (const page of listing.pages()) {
      for (const result of page.data) addCall(result);
      report({ seen: listing.seen, count: listing.count });
    }
    report({ state: "done" });
  } catch (error) {
    report({ state: "error", error });
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
    // Each job counts the same, because its number of calls is known only after its first page.
    share:
      all.reduce(
        (total, one) =>
          total + (one.state === "done" ? 1 : (one.seen ?? 0) / (one.count || Infinity)),
        0,
      ) / jobIds.length,
    done,
  };
}
