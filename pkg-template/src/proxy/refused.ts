import { type Answer, problem } from "./answer.js";
import type { Settings } from "./options.js";
import { headersBack, readText, redact } from "./upstream.js";

/**
 * The vendor's own refusal (a status from 400 on). A JSON body passes, without secrets; a page does
 * not: it would be shown under this site's name.
 */
export async function refusedUpstream(
  response: Response,
  key: string,
  settings: Settings,
): Promise<Answer> {
  const { status } = response;
  const headers = headersBack(response);
  try {
    const body = redact(await readText(response, 65_536), key, settings);
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) {
      const type = /problem\+json/.test(response.headers.get("content-type") ?? "")
        ? "problem+json"
        : "json";
      return { status, headers: { ...headers, "content-type": `application/${type}` }, body };
    }
  } catch {
    // No JSON, or not all of it: the status is the answer.
  }
  return problem(status, "upstream", `The calls API answered ${status}`, undefined, headers);
}
