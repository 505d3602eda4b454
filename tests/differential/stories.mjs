/** Runs scenarios with both versions. */

import { Differences } from "./compare.mjs";
import { versions } from "./versions.mjs";
import { story } from "./world.mjs";

const { old, current } = await versions();

let stories = 0;

/**
 * Fails if a scenario has different logs, or if there are fewer than `least` scenarios. A scenario is its
 * name, its function, and its additional rules.
 */
export async function compareStories(scenarios, least = 1) {
  const differences = new Differences();
  for (const [name, scenario, rules] of scenarios) {
    const application = `application-${++stories}`;
    const was = await story(old, scenario, application);
    differences.compare(name, was, await story(current, scenario, application), { rules });
  }
  differences.end(least);
}

/** All items of a sequence. `visit` gets each item when it arrives. */
export async function every(items, visit = () => {}) {
  const all = [];
  for await (const item of items) {
    visit(item);
    all.push(item);
  }
  return all;
}
