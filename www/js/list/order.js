/** Selects and sorts the candidates that are shown. */

import { standing } from "../data/calls.js";
import { byName } from "../common/format.js";

export const shows = {
  all: { label: "Everyone", test: () => true },
  scored: { label: "With a score", test: ({ best }) => Boolean(best) },
  unscored: { label: "Called, no score", test: ({ newest, best }) => Boolean(newest) && !best },
  uncalled: { label: "Not called yet", test: ({ newest }) => !newest },
};

export const sorts = {
  score: { label: "Top score", groups: true },
  applied: {
    label: "Newest first",
    compare: (a, b) => Date.parse(b.applied_at) - Date.parse(a.applied_at),
  },
  name: { label: "Name", compare: (a, b) => byName(a.candidate_name, b.candidate_name) },
};

/** Groups of candidates: `[{ title, rows: [{ candidate, standing }] }]`. */
export function arrange(candidates, { query, show, sort, isKnown }) {
  const rows = candidates
    .filter((candidate) => matches(candidate, query))
    .map((candidate) => ({ candidate, standing: standing(candidate.application_id) }))
    .filter((row) => shows[show].test(row.standing));
  if (!sorts[sort].groups) {
    return [
      { title: null, rows: rows.sort((a, b) => sorts[sort].compare(a.candidate, b.candidate)) },
    ];
  }
  // Candidates without a score cannot be ranked: they follow the others, by date.
  const scoreOf = (row) => row.standing.best?.call_score;
  const newestFirst = (a, b) => sorts.applied.compare(a.candidate, b.candidate);
  const scored = rows.filter((row) => row.standing.best);
  const others = rows.filter((row) => !row.standing.best);
  return [
    {
      title: "With a score",
      rows: scored.sort((a, b) => scoreOf(b) - scoreOf(a) || newestFirst(a, b)),
    },
    { title: isKnown ? "Without a score" : "Candidates", rows: others.sort(newestFirst) },
  ].filter(({ rows }) => rows.length > 0);
}

function matches({ candidate_name, phone_masked, job_title }, query) {
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const words = fold(query).split(/\s+/).filter(Boolean);
  const text = fold(`${candidate_name} ${job_title} ${phone_masked}`);
  return words.every((word) => text.includes(word));
}
