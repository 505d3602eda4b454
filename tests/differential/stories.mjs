/** Runs scenarios through both versions. */

import { Differences } from "./compare.mjs";
import { versions } from "./versions.mjs";
import { story } from "./world.mjs";

const { old, current } = await versions();

let stories = 0;

/**
 * Fails where a scenario goes differently, or where there were fewer than `least`. A scenario is its
 * name, what it does, and the rules that are for it alone.
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

/** Every item of a sequence, told one by one if need be. */
export async function every(items, tell = () => {}) {
  const all = [];
  for await (const item of items) {
    tell(item);
    all.push(item);
  }
  return all;
}
