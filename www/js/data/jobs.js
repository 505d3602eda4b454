import { byName } from "../common/format.js";

/** The jobs for which candidates applied. Those in the reader's language come first. */
export function jobsOf(candidates) {
  const jobs = new Map();
  for (const { job_id, job_title, company, location, language } of candidates) {
    const job = jobs.get(job_id) ?? {
      job_id,
      job_title,
      company,
      location,
      language,
      candidates: 0,
    };
    job.candidates += 1;
    jobs.set(job_id, job);
  }
  const isForeign = (job) => Number(!navigator.language.startsWith(job.language));
  return [...jobs.values()].sort(
    (a, b) =>
      isForeign(a) - isForeign(b) ||
      b.candidates - a.candidates ||
      byName(a.job_title, b.job_title),
  );
}
