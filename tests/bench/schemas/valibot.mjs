/** The vendor's page as a valibot schema; fields without a value yet are null. */

import * as v from "valibot";

const report = {
  ninjahire_intelligence: v.nullish(
    v.picklist(["call_success", "call_failed", "call_inconclusive"]),
  ),
  call_direction: v.nullish(v.picklist(["outgoing", "incoming"])),
  recording_url: v.nullish(v.pipe(v.string(), v.url())),
  call_score: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  call_summary: v.nullish(v.record(v.string(), v.unknown())),
  call_digest: v.nullish(v.string()),
  transcript: v.nullish(v.string()),
  questions_response: v.nullish(v.string()),
};

const status = v.picklist(["call_completed", "call_in_progress", "call_failed"]);

export const CallDetails = v.looseObject({
  call_id: v.string(),
  call_status: status,
  ...report,
});

const ScreeningResult = v.looseObject({
  call_id: v.nullish(v.string()),
  application_id: v.nullish(v.string()),
  job_id: v.nullish(v.string()),
  candidate_id: v.nullish(v.string()),
  application_source_id: v.nullish(v.string()),
  job_source_id: v.nullish(v.string()),
  candidate_source_id: v.nullish(v.string()),
  call_status: v.nullish(status),
  ...report,
});

export const ScreeningResults = v.looseObject({
  data: v.array(ScreeningResult),
  count: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
