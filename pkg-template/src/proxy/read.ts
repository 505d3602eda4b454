/** Answers reads. They are streamed, and aborted when the browser disconnects. */

import { type Answer, Refusal, refuse, toResponse } from "./answer.js";
import {
  type CallCheck,
  type ResponseContext,
  answeredCalls,
  callsIn,
} from "./authorize-response.js";
import { type Gate, forbidden } from "./authorize.js";
import type { Deadline } from "./deadline.js";
import type { Visit } from "./hooks.js";
import type { Limiter } from "./rate-limit.js";
import type { Asked } from "./routes.js";
import { forwardStream } from "./streamed.js";
import { type Upstream, type UpstreamResponse, refusedUpstream } from "./upstream.js";

/** The longest answer that is kept in memory for `authorizeResponse`, in bytes. */
const longestChecked = 16_777_216;

export interface ReadParts {
  gate: Gate;
  limiter: Limiter;
  upstream: Upstream;
  /** Checks every call before it is sent to the browser; `undefined` without `authorizeResponse`. */
  checkCalls: CallCheck | undefined;
  onError: (error: unknown) => void;
}

/** Answers a read. Rejects with a {@link Refusal}, or the owner's `Response`. */
export type Reader = (visit: Visit, asked: Asked) => Promise<Answer | Response>;

export function createReader({ gate, limiter, upstream, checkCalls, onError }: ReadParts): Reader {
  return async (visit, asked) => {
    const { request } = visit;
    const deadline = upstream.startDeadline(request.signal);
    let isStreaming = false;
    try {
      const caller = await gate(request, asked, deadline);
      visit.caller = caller;
      const limited = await limiter.reads(caller);
      if (limited) return limited;
      const keyed = await deadline.within(upstream.withKey());
      const sent = await deadline.within(keyed.send(asked, request, deadline.signal));
      const context = { ...asked, request, caller: caller || undefined };
      const { response, headers, redactor } = sent;
      if (response.status >= 400) {
        return await deadline.within(refusedUpstream(sent, problemCheck(context)));
      }
      // A redirect could lead anywhere, so it is neither followed nor forwarded.
      if (!response.ok) throw new Error(`The calls API answered ${response.status}`);
      if (!response.body || response.status === 204 || response.status === 205) {
        return { status: 204, headers, body: null };
      }
      // The vendor's content type is not forwarded: a browser must not show an HTML page as this site's.
      const init = { headers: { ...headers, "content-type": "application/json" } };
      if (checkCalls) {
        const text = await deadline.within(readChecked(sent, context, deadline));
        return toResponse({ status: 200, ...init, body: redactor.body(text) });
      }
      isStreaming = true;
      return new Response(forwardStream(response.body, redactor.stream(), deadline), init);
    } catch (error) {
      if (error instanceof Refusal || error instanceof Response) throw error;
      if (!request.signal.aborted) onError(error);
      throw deadline.signal.aborted
        ? refuse(504, "deadline", "The calls API did not answer in time")
        : refuse(502, "unreachable", "The calls API could not be asked");
    } finally {
      if (!isStreaming) deadline.end();
    }
  };

  /** The check of an error's body, which may contain calls too. */
  function problemCheck(context: ResponseContext) {
    return checkCalls && ((body: unknown) => checkCalls(callsIn(body), context));
  }

  /**
   * The body, after `authorizeResponse` has allowed every call in it. It is serialised from the
   * parsed value, so that of two fields with the same name only the checked one is sent.
   */
  async function readChecked(sent: UpstreamResponse, context: ResponseContext, deadline: Deadline) {
    const body: unknown = JSON.parse(await sent.text(longestChecked));
    const text = JSON.stringify(body);
    const calls = answeredCalls(body, context.route);
    // A body of another shape cannot be checked, so it must not be sent.
    const all = new Set([...(calls ?? []), ...callsIn(body)]);
    if (!calls || !(await checkCalls?.(all, context))) throw new Refusal(forbidden());
    deadline.signal.throwIfAborted();
    return text;
  }
}
