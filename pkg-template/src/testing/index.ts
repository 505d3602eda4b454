/**
 * A test kit: the NinjaHire Calls API in memory, for tests of code that must not ring a phone.
 *
 * @example
 * import { NinjaHireClient } from "ninjahire-calls";
 * import { createTestApi } from "ninjahire-calls/testing";
 *
 * const api = createTestApi();
 * const client = new NinjaHireClient({ apiKey: "test", fetch: api.fetch });
 *
 * @module
 */

export {
  createTestApi,
  type Ring,
  type TestApi,
  type TestApiOptions,
  type TestRequest,
} from "./api.js";
export type { Fault, FaultAction, FaultMatch } from "./faults.js";
export { type DialOutcome, dialOutcomes } from "./outcomes.js";
export type { CallScript } from "./script.js";
export type { ScriptedTurn } from "./talk.js";
export type { WebhookSetup } from "./webhook.js";
export type { CallIds, TestApplication, TestCall } from "./world.js";
export { signWebhook } from "../webhooks/verify.js";
