import { NinjaHireClient } from "./client.js";
import { invalid } from "./errors.js";
import type {
  CallDetails,
  ClientOptions,
  DialOptions,
  InstantCall,
  ReadOptions,
  ScreeningResultsPage,
  ScreeningResultsRequest,
} from "./generated/types.js";

let configured: NinjaHireClient | undefined;

/**
 * Sets the client that the plain functions use.
 *
 * @example
 * configure({ baseUrl: "/api/ninjahire" });
 * const call = await getCallDetails(callId);
 */
export function configure(options: ClientOptions): void {
  configured = new NinjaHireClient(options);
}

function client(): NinjaHireClient {
  if (!configured) throw invalid("baseUrl", "is not set: call configure({ baseUrl }) first");
  return configured;
}

/** {@link NinjaHireClient.initiateInstantCall} on the client set by {@link configure}. */
export async function initiateInstantCall(
  applicationId: string,
  options?: DialOptions,
): Promise<InstantCall> {
  return client().initiateInstantCall(applicationId, options);
}

/** {@link NinjaHireClient.getCallDetails} on the client set by {@link configure}. */
export async function getCallDetails(callId: string, options?: ReadOptions): Promise<CallDetails> {
  return client().getCallDetails(callId, options);
}

/** {@link NinjaHireClient.listScreeningResults} on the client set by {@link configure}. */
export async function listScreeningResults(
  filters?: ScreeningResultsRequest,
  options?: ReadOptions,
): Promise<ScreeningResultsPage> {
  return client().listScreeningResults(filters, options);
}
