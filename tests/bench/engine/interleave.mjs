/** How long each of several functions takes, when they take turns. */

/** How long one measurement lasts at least: a contestant pays for the garbage that it leaves. */
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
  // Twice: what was compiled first is then as warm as what was compiled last.
  names.forEach(runsOf);
  const runs = names.map((name) => Math.ceil((runsOf(name) * sampleMs) / warmUpMs));

  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Every second round backwards, so that nobody always follows the same neighbour.
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
