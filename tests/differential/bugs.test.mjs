// Known bugs of 0.1: each version returns the result of 0.1, or the right one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { bugs } from "./allowed.mjs";
import { difference } from "./compare.mjs";
import { versions } from "./versions.mjs";

const { old, current } = await versions();

async function outcome(run, nh) {
  // Another bug may have ended the instance.
  await nh.init();
  try {
    return { value: await run(nh) };
  } catch (error) {
    return { error };
  }
}

for (const { name, run, isRight } of bugs) {
  test(`known bug: ${name}`, async () => {
    const was = await outcome(run, old);
    assert.ok(!isRight(was, old), `0.1 has no such bug: ${inspect(was)}`);
    const is = await outcome(run, current);
    const same = difference(was, is) === undefined;
    assert.ok(same || isRight(is, current), `neither as in 0.1 nor right: ${inspect(is)}`);
  });
}
