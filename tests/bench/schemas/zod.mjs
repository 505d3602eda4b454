/** The vendor's page as a zod schema; fields without a value yet are null. */

import * as z from "zod";

const report = {
  ninjahire_intelligence: z.enum(["call_success", "call_failed", "call_inconclusive"]).nullish(),
  call_direction: z.enum(["outgoing", "incoming"]).nullish(),
  recording_url: z.url().nullish(),
  call_score: z.int().min(0).max(100).nullish(),
  call_summary: z.record(z.string(), z.unknown()).nullish(),
  call_digest: z.string().nullish(),
  transcript: z.string().nullish(),
  questions_response: z.string().nullish(),
};

const status = z.enum(["call_completed", "call_in_progress", "call_failed"]);

export const CallDetails = z.looseObject({
  call_id: z.string(),
  call_status: status,
  ...report,
});

const ScreeningResult = z.looseObject({
  call_id: z.string().nullish(),
  application_id: z.string().nullish(),
  job_id: z.string().nullish(),
  candidate_id: z.string().nullish(),
  application_source_id: z.string().nullish(),
  job_source_id: z.string().nullish(),
  candidate_source_id: z.string().nullish(),
  call_status: status.nullish(),
  ...report,
});

export const ScreeningResults = z.looseObject({
  data: z.array(ScreeningResult),
  count: z.int().min(0).nullish(),
});
