/** For those who bring their own HTTP: the same validation, and the same decoder. */

import { type EndpointPlace, callDetails, instantCall, screeningResults } from "./core.js";
import type {
  CallDetails,
  InstantCall,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "./generated/types.js";
import { runSync } from "./instance.js";
import type { PreparedRequest, RequestsOptions } from "./options.js";

/** A body as it came. */
export type Body = string | ArrayBuffer | Uint8Array;

const prepare = (endpoint: EndpointPlace, argument: unknown, options?: RequestsOptions) =>
  runSync<PreparedRequest>("requests", (core) => core.request(endpoint, argument, options));

const read = <T>(endpoint: EndpointPlace, body: Body, options?: object) =>
  runSync<T>("decode", (core) => core.decode(endpoint, body, options));

/**
 * Requests, validated and unsent. They have no key. Synchronous: after `init()`, or any method of
 * a client.
 *
 * @example
 * const { method, url, headers } = requests.callDetails(callId);
 */
export const requests = {
  /** Initiate an instant call for an application. Send it once. */
  instantCall: (applicationId: string, options?: RequestsOptions): PreparedRequest =>
    prepare(instantCall, applicationId, options),
  /** Retrieve call details for a specific call. */
  callDetails: (callId: string, options?: RequestsOptions): PreparedRequest =>
    prepare(callDetails, callId, options),
  /** Retrieve one page of screening call results. */
  screeningResults: (
    filters?: ScreeningResultsRequest,
    options?: RequestsOptions,
  ): PreparedRequest => prepare(screeningResults, filters, options),
};

/**
 * Bodies of 2xx answers to models. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * const call = decode.callDetails(await response.text());
 */
export const decode = {
  /** Every JSON body is a placed call, whatever it lacks. */
  instantCall: (body: Body): InstantCall => read(instantCall, body),
  /** `strict`: throw at the first field that is not as the vendor's page promises. */
  callDetails: (body: Body, options?: { strict?: boolean }): CallDetails =>
    read(callDetails, body, options),
  /** `request`: what was asked for, to be told in the page. */
  screeningResults: (
    body: Body,
    options?: { strict?: boolean; request?: ScreeningResultsRequest },
  ): ScreeningResultsPage => read(screeningResults, body, options),
};
