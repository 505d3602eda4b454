/** Decodes a webhook's payload. */

import { type DecodeIssue, type ScreeningResult, decode, init } from "../index.js";

/** A subset of a call's fields, as chosen in the vendor's settings. Every field may be `null`. */
export type WebhookCall = ScreeningResult;

const prefix = "data[0]";

/**
 * Decodes a JSON object as an item of a listing: no field is required, unknown fields are kept, and
 * defective ones are reported.
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

/** Converts a form into a JSON object. `call_score` and `call_summary` are parsed as JSON; other fields are texts. */
export function formToJson(text: string): string {
  const fields = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    // A field that occurs twice becomes an array, which the decoder reports as defective.
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? parseField(name, value) : [earlier, value].flat());
  }
  return JSON.stringify(Object.fromEntries(fields));
}

function parseField(name: string, value: string): unknown {
  if (name !== "call_score" && name !== "call_summary") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
