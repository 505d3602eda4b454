/**
 * Stores of calls, listings and dials for any framework. `ninjahire-calls/react`, `/vue` and
 * `/svelte` are built on them.
 *
 * @module
 */

export {
  type CallSnapshot,
  type CallStore,
  type CallStoreOptions,
  createCallStore,
} from "./call.js";
export {
  type InstantCallSnapshot,
  type InstantCallStore,
  createInstantCallStore,
} from "./instant-call.js";
export {
  type ScreeningResultsSnapshot,
  type ScreeningResultsStore,
  createScreeningResultsStore,
} from "./screening-results.js";
export type { Store } from "./store.js";
