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

/** Of every round: what a machine does besides slows both sides of one ratio. */
const ratios = (values, baseline) => values.map((value, round) => value / baseline[round]);

/** How many times as long as `baseline` it takes: the median of the rounds. */
export const ratio = (values, baseline) => median(ratios(values, baseline));

/** Half of the range that holds the middle half of the rounds: how noisy the run was. */
export function spread(values, baseline) {
  const all = ratios(values, baseline);
  return (quantile(all, 0.75) - quantile(all, 0.25)) / 2;
}
