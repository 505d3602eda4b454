/** Two recruiters of two companies. Neither may see the other's candidates, or call them. */

export const people = [
  { id: "nora", name: "Nora Lindqvist", company: "Fjordline Talent" },
  { id: "sam", name: "Sam Okafor", company: "Harbourside Recruiting" },
];

/** Assigns each hiring company to a recruiter, in turn. */
export function assignOwners(companies) {
  return new Map(companies.map((company, at) => [company, people[at % people.length].id]));
}
