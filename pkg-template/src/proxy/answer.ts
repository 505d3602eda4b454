/** What is answered, in a form that a store can keep. */

/** A whole answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** An RFC 9457 problem. `type` is a name of our own; the client and people go by it. */
export function problem(
  status: number,
  type: string,
  title: string,
  detail?: string,
  headers?: Record<string, string>,
): Answer {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: `urn:ninjahire-calls:${type}`, title, status, detail }),
  };
}

export const toResponse = (answer: Answer): Response => new Response(answer.body, answer);

/** A problem to throw: what is thrown as a `Response` is the answer, all else is a fault. */
export const refuse = (...args: Parameters<typeof problem>): Response =>
  toResponse(problem(...args));

/** Nobody can say whether a phone rings: never to be sent again, and never to be called a refusal. */
export const outcomeUnknown = (
  status: number,
  why = "",
  headers?: Record<string, string>,
): Answer =>
  problem(
    status,
    "dial-outcome-unknown",
    "It is not known whether the call was placed",
    `A phone may be ringing: look at the screening results before a new call. ${why}`,
    headers,
  );
