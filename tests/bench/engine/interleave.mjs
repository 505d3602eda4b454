/** Measures several functions, interleaved. */

/** The shortest measurement in milliseconds, so that it includes the garbage collection. */
const sampleMs = 20;
const warmUpMs = 250;

/**
 * Runs the contestants in turn, each round in another order, so that whatever else the machine does
 * slows all of them. Takes functions by name; returns for each the milliseconds that one run took,
 * once for every round.
 */
export function interleave(contestants, rounds) {
  const names = Object.keys(contestants);
  const runsOf = (name) => {
    const work = contestants[name];
    let runs = 0;
    const start = performance.now();
    while (performance.now() - start < warmUpMs) {
      work();
      runs += 1;
    }
    return runs;
  };
  // Twice, so that the first contestant is as warm as the last.
  names.forEach(runsOf);
  const runs = names.map((name) => Math.ceil((runsOf(name) * sampleMs) / warmUpMs));

  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Every second round runs backwards, so that no contestant always follows the same one.
      const step = round % 2 === 0 ? turn : names.length - turn;
      const index = (round + step) % names.length;
      const work = contestants[names[index]];
      const start = performance.now();
      for (let run = 0; run < runs[index]; run += 1) work();
      samples[names[index]].push((performance.now() - start) / runs[index]);
    }
  }
  return samples;
}
