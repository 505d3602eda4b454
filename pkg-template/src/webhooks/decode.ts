/** A webhook's payload as a call. */

import { type DecodeIssue, type ScreeningResult, decode, init } from "../index.js";

/** Any subset of a call's fields, as the tenant chose: every one may be `null`. */
export type WebhookCall = ScreeningResult;

const prefix = "data[0]";

/**
 * Decodes a JSON object with the model of a listing's item: no field is required, unknown fields are
 * kept, and defective ones are reported.
 */
export async function decodeEvent(json: string): Promise<WebhookCall> {
  await init();
  const { data } = decode.screeningResults(`{"data":[${json}]}`);
  const call = data[0] as WebhookCall;
  if (call.decode_issues) {
    call.decode_issues = call.decode_issues.map((issue: DecodeIssue) => ({
      ...issue,
      path: issue.path.startsWith(prefix)
        ? issue.path.slice(prefix.length).replace(/^\./, "")
        : issue.path,
    }));
  }
  return call;
}

/** A form as the JSON object that it stands for: fields are texts, but where a call has others. */
export function formToJson(text: string): string {
  const fields = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    // A field that is given twice becomes an array, which is reported as defective.
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? fieldOf(name, value) : [earlier, value].flat());
  }
  return JSON.stringify(Object.fromEntries(fields));
}

function fieldOf(name: string, value: string): unknown {
  if (name !== "call_score" && name !== "call_summary") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
