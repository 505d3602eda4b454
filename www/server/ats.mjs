/** The ATS's own records: who applied for what, and whose job it is. */

import { readFile } from "node:fs/promises";
import { dealOut } from "./people.mjs";

export function ats({ upstream, candidatesFile }) {
  let loading;

  async function load() {
    const rows = candidatesFile
      ? JSON.parse(await readFile(candidatesFile, "utf8"))
      : await fetchRows(new URL("/demo/candidates", upstream));
    const owners = dealOut([...new Set(rows.map((row) => row.company))]);
    const ownerOf = (row) => owners.get(row.company);
    return {
      rows,
      ownerOf,
      ownerOfApplication: new Map(rows.map((row) => [row.application_id, ownerOf(row)])),
      ownerOfJob: new Map(rows.map((row) => [row.job_id, ownerOf(row)])),
    };
  }

  const records = () => {
    // A failure is not remembered: the API may be up by the next time.
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
