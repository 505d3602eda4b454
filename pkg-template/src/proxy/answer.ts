/** What is answered, in a form that a store can keep. */

/** A whole answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** Thrown to answer with something other than what was asked for. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super();
  }
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

/** The same, as something to throw. */
export function refuse(...args: Parameters<typeof problem>): Refusal {
  return new Refusal(problem(...args));
}

/** Nobody can say whether a phone rings: never to be sent again, and never to be called a refusal. */
export function outcomeUnknown(
  status: number,
  why: string,
  headers?: Record<string, string>,
): Answer {
  return problem(
    status,
    "dial-outcome-unknown",
    "It is not known whether the call was placed",
    `The candidate's phone may be ringing. Do not call again before looking at this application's screening results. ${why}`,
    headers,
  );
}

/** Nothing was sent, for certain. A status that no client takes for "may have rung". */
export function notPlaced(why: string): Answer {
  return problem(424, "not-placed", "The call was not placed", `No phone rings. ${why}`);
}

export function toResponse(answer: Answer): Response {
  return new Response(answer.body, answer);
}
