/** The middle one of the values. */
export const median = (values) => quantile(values, 0.5);

/** The value that the given share of the values does not exceed. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  return below + (above - below) * (position % 1);
}

/** One ratio for every round, so that other work of the machine slows both sides. */
const ratios = (values, baseline) => values.map((value, round) => value / baseline[round]);

/** The median ratio to `baseline`. */
export const ratio = (values, baseline) => median(ratios(values, baseline));

/** Half of the interquartile range of the rounds. */
export function spread(values, baseline) {
  const all = ratios(values, baseline);
  return (quantile(all, 0.75) - quantile(all, 0.25)) / 2;
}
