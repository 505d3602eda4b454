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

/** How many times the median of `baseline` the median of `values` is. */
export const ratio = (values, baseline) => median(values) / median(baseline);

/** Half of the range that holds the middle half of the ratios of single rounds: how noisy it was. */
export function spread(values, baseline) {
  const ratios = values.map((value, round) => value / baseline[round]);
  return (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / 2;
}
