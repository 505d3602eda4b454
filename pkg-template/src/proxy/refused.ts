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
  const type = response.headers.get("content-type") ?? "";
  try {
    const body = redact(await readText(response, 65_536), key, settings);
    if (/^application\/(problem\+)?json\b/.test(type)) {
      return { status, headers: { ...headers, "content-type": type }, body };
    }
  } catch {
    // Not all of it came: the status is the answer.
  }
  return problem(status, "upstream", `The calls API answered ${status}`, undefined, headers);
}
