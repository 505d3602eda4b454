/** The two reads: sent as often as asked, streamed, and given up when nobody waits any more. */

import { refuse, toResponse } from "./answer.js";
import { authorized, forbidden } from "./authorize.js";
import { startDeadline } from "./deadline.js";
import type { Settings } from "./options.js";
import { limit } from "./rate-limit.js";
import { refusedUpstream } from "./refused.js";
import type { Asked } from "./routes.js";
import { streamed } from "./streamed.js";
import { headersBack, readText, send } from "./upstream.js";

/** The longest answer that is held in memory, for `authorizeResponse` to see. */
const longestChecked = 16_777_216;

export async function read(settings: Settings, request: Request, asked: Asked): Promise<Response> {
  const deadline = startDeadline(settings.timeoutMs, request.signal);
  let isStreaming = false;
  try {
    const caller = await authorized(settings, request, asked, deadline);
    const { limits, store, onError } = settings;
    // A store that is down must not take reading down with it.
    const limited =
      limits && (await deadline.within(limit(store, "reads", limits.reads, caller)).catch(onError));
    if (limited) return toResponse(limited);
    const key = await deadline.within(settings.apiKey());
    const response = await deadline.within(send(settings, asked, key, deadline.signal));
    if (response.status >= 400)
      return toResponse(await deadline.within(refusedUpstream(response, key, settings)));
    // A redirect could lead anywhere, so it is not followed, nor handed on.
    if (!response.ok) throw new Error(`The calls API answered ${response.status}`);
    // Not the vendor's content type: a page must not be taken for one of this site's.
    const init = { headers: { ...headersBack(response), "content-type": "application/json" } };
    if (!response.body) return new Response(null, { ...init, status: 204 });
    if (settings.authorizeResponse) {
      const text = await deadline.within(
        checked(settings, response, { ...asked, request, caller: caller || undefined }),
      );
      return new Response(text, init);
    }
    isStreaming = true;
    return new Response(streamed(response.body, deadline), init);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (!request.signal.aborted) settings.onError(error);
    throw deadline.signal.aborted
      ? refuse(504, "deadline", "The calls API did not answer in time")
      : refuse(502, "unreachable", "The calls API could not be asked");
  } finally {
    if (!isStreaming) deadline.end();
  }
}

/** The body, once `authorizeResponse` has seen every call in it. */
async function checked(
  settings: Settings,
  response: Response,
  context: Asked & { request: Request; caller?: string },
): Promise<string> {
  const text = await readText(response, longestChecked);
  const body = JSON.parse(text);
  const calls = context.route === "screeningResults" ? body.data : [body];
  // Without calls to look at, there is nothing to say that this may go out.
  if (!Array.isArray(calls)) throw forbidden();
  for (const call of calls) {
    let isAllowed: unknown = false;
    try {
      isAllowed = await settings.authorizeResponse?.(call, context);
    } catch (error) {
      settings.onError(error);
    }
    if (isAllowed !== true) throw forbidden();
  }
  return text;
}
