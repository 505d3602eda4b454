/** The records of the ATS: who applied for which job, and which recruiter owns it. */

import { readFile } from "node:fs/promises";
import { assignOwners } from "./people.mjs";

export function ats({ upstream, candidatesFile }) {
  let loading;

  async function load() {
    const rows = candidatesFile
      ? JSON.parse(await readFile(candidatesFile, "utf8"))
      : await fetchRows(new URL("/demo/candidates", upstream));
    const owners = assignOwners([...new Set(rows.map((row) => row.company))]);
    const ownerOf = (row) => owners.get(row.company);
    return {
      rows,
      ownerOf,
      ownerOfApplication: new Map(rows.map((row) => [row.application_id, ownerOf(row)])),
      ownerOfJob: new Map(rows.map((row) => [row.job_id, ownerOf(row)])),
    };
  }

  const records = () => {
    // Try again on the next request: the API may have started by then.
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  return {
    async candidatesOf(user) {
      const { rows, ownerOf } = await records();
      return rows.filter((row) => ownerOf(row) === user.id);
    },
    async ownsApplication(user, id) {
      return (await records()).ownerOfApplication.get(id) === user.id;
    },
    async ownsJob(user, id) {
      return (await records()).ownerOfJob.get(id) === user.id;
    },
  };
}

async function fetchRows(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: give the ATS's records with --candidates FILE`,
    );
  }
  return response.json();
}
