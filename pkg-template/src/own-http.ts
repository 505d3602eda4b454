/** Requests and decoders for callers that send requests themselves. */

import type {
  CallDetails,
  InstantCall,
  RequestsOptions,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "./generated/types.js";
import { core } from "./instance.js";

/** The body of an answer. */
export type Body = string | ArrayBuffer | Uint8Array;

/** A request for the caller to send. It has no key: add that on your server. */
export interface PreparedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
}

/**
 * Makes requests with checked arguments and without the key. It is synchronous: call it after
 * `init()` or any method of a client.
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
 * Decodes the bodies of 2xx answers. It is synchronous: call it after `init()` or any method of a
 * client.
 *
 * @example
 * const call = decode.callDetails(await response.text());
 */
export const decode = {
  /** Every JSON body is a placed call, even where fields are missing. */
  instantCall: (body: Body): InstantCall =>
    core.runSync("decode", (wasm) => wasm.decodeInstantCall(body)),
  /** `strict`: whether the first field that is not as the vendor's page promises is an error. */
  callDetails: (body: Body, options?: { strict?: boolean | undefined }): CallDetails =>
    core.runSync("decode", (wasm) => wasm.decodeCallDetails(body, options)),
  /** `request`: the request that this answers; the page repeats it. */
  screeningResults: (
    body: Body,
    options?: { strict?: boolean | undefined; request?: ScreeningResultsRequest | undefined },
  ): ScreeningResultsPage =>
    core.runSync("decode", (wasm) => wasm.decodeScreeningResults(body, options)),
};
