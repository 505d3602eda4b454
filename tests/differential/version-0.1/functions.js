import { NinjaHireClient } from "./client.js";
import { invalid } from "./options-check.js";
let configured;
/**
 * Sets the client of the plain functions.
 *
 * @example
 * configure({ baseUrl: "/api/ninjahire" });
 * const call = await getCallDetails(callId);
 */
export function configure(options) {
    configured = new NinjaHireClient(options);
}
function client() {
    if (!configured)
        throw invalid("baseUrl", "is not set: call configure({ baseUrl }) first");
    return configured;
}
/** {@link NinjaHireClient.initiateInstantCall} on the client set by {@link configure}. */
export async function initiateInstantCall(applicationId, options) {
    return client().initiateInstantCall(applicationId, options);
}
/** {@link NinjaHireClient.getCallDetails} on the client set by {@link configure}. */
export async function getCallDetails(callId, options) {
    return client().getCallDetails(callId, options);
}
/** {@link NinjaHireClient.listScreeningResults} on the client set by {@link configure}. */
export async function listScreeningResults(filters, options) {
    return client().listScreeningResults(filters, options);
}
