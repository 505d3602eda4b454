/** For those who bring their own HTTP: the same validation, and the same decoder. */

import type {
  CallDetails,
  InstantCall,
  RequestsOptions,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "./generated/types.js";
import { core } from "./instance.js";

/** A body as it came. */
export type Body = string | ArrayBuffer | Uint8Array;

/** A request to send by other means. It has no key: add that where it is kept. */
export interface PreparedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
}

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
    core.runSync("requests", (wasm) => wasm.requestInstantCall(applicationId, options)),
  /** Retrieve call details for a specific call. */
  callDetails: (callId: string, options?: RequestsOptions): PreparedRequest =>
    core.runSync("requests", (wasm) => wasm.requestCallDetails(callId, options)),
  /** Retrieve one page of screening call results. */
  screeningResults: (
    filters?: ScreeningResultsRequest,
    options?: RequestsOptions,
  ): PreparedRequest =>
    core.runSync("requests", (wasm) => wasm.requestScreeningResults(filters, options)),
};

/**
 * Bodies of 2xx answers to models. Synchronous: after `init()`, or any method of a client.
 *
 * @example
 * const call = decode.callDetails(await response.text());
 */
export const decode = {
  /** Every JSON body is a placed call, whatever it lacks. */
  instantCall: (body: Body): InstantCall =>
    core.runSync("decode", (wasm) => wasm.decodeInstantCall(body)),
  /** `strict`: throw at the first field that is not as the vendor's page promises. */
  callDetails: (body: Body, options?: { strict?: boolean | undefined }): CallDetails =>
    core.runSync("decode", (wasm) => wasm.decodeCallDetails(body, options)),
  /** `request`: what was asked for, to be repeated in the page. */
  screeningResults: (
    body: Body,
    options?: { strict?: boolean | undefined; request?: ScreeningResultsRequest | undefined },
  ): ScreeningResultsPage =>
    core.runSync("decode", (wasm) => wasm.decodeScreeningResults(body, options)),
};
