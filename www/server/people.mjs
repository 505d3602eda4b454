/** Two recruiters of two companies: neither may see the other's candidates, let alone ring them. */

export const people = [
  { id: "nora", name: "Nora Lindqvist", company: "Fjordline Talent" },
  { id: "sam", name: "Sam Okafor", company: "Harbourside Recruiting" },
];

/** Whose a hiring company is: they are dealt out in the order they turn up. */
export function dealOut(companies) {
  return new Map(companies.map((company, at) => [company, people[at % people.length].id]));
}
