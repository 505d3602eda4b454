/** For those who bring their own HTTP: the same validation, and the same decoder. */
import { callDetails, instantCall, screeningResults } from "./core.js";
import { runSync } from "./instance.js";
const prepare = (endpoint, argument, options) => runSync("requests", (core) => core.request(endpoint, argument, options));
const read = (endpoint, body, options) => runSync("decode", (core) => core.decode(endpoint, body, options));
/**
 * Requests, validated and unsent. They have no key. Synchronous: after `init()`, or any method of
 * a client.
 *
 * @example
 * const { method, url, headers } = requests.callDetails(callId);
 */
export const requests = {
    /** Initiate an instant call for an application. Send it once. */
    instantCall: (applicationId, options) => prepare(instantCall, applicationId, options),
    /** Retrieve call details for a specific call. */
    callDetails: (callId, options) => prepare(callDetails, callId, options),
    /** Retrieve one page of screening call results. */
    screeningResults: (filters, options) => prepare(screeningResults, filters, options),
};
/**
 * Bodies of 2xx answers to models. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * const call = decode.callDetails(await response.text());
 */
export const decode = {
    /** Every JSON body is a placed call, whatever it lacks. */
    instantCall: (body) => read(instantCall, body),
    /** `strict`: throw at the first field that is not as the vendor's page promises. */
    callDetails: (body, options) => read(callDetails, body, options),
    /** `request`: what was asked for, to be told in the page. */
    screeningResults: (body, options) => read(screeningResults, body, options),
};
