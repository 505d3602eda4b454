/** Repeatable random numbers. */

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  // Neighbouring seeds start with similar numbers.
  for (let skipped = 0; skipped < 4; skipped++) next();
  return {
    next,
    /** A whole number below `end`. */
    below: (end) => Math.floor(next() * end),
    is: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
