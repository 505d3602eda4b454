import type { ClientOptions } from "ninjahire-calls";
import type { searchTranscript } from "ninjahire-calls/reading";
import type {
  CallSnapshot,
  InstantCallSnapshot,
  ScreeningResultsSnapshot,
} from "ninjahire-calls/store";

export const clientOptions: ClientOptions;
export const application: string;
export const watchOptions: { minIntervalMs: number };
export function reportOf(
  state: { results: ScreeningResultsSnapshot; dial: InstantCallSnapshot; call: CallSnapshot },
  search: typeof searchTranscript,
): Promise<void>;
