/** The installed package, and helpers for its tests. */

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = process.env.NINJAHIRE_PKG ?? resolve(import.meta.dirname, "../../pkg");
export const nh = await import(pathToFileURL(resolve(root, "index.node.js")).href);

/** A client of the mock, as a script with the key has it. Guards are off unless a test is about them. */
export const clientOf = (mock, options) =>
  new nh.NinjaHireClient({ baseUrl: mock.url, apiKey: "test-key", redialGuardMs: 0, ...options });

/** The error that a promise rejects with. */
export async function rejection(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  assert.fail("it was not rejected");
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, however slow the machine is. */
export async function until(holds) {
  for (let waited = 0; !(await holds()); waited += 10) {
    assert.ok(waited < 10_000, "it never came to hold");
    await sleep(10);
  }
}
