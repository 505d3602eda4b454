/** Answers, in a form that a store can keep. */

/** A whole answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
  /** The name of the problem, where it is one of the proxy's. */
  problem?: string;
}

/** An answer to throw. Any other exception is a fault of the proxy. */
export class Refusal {
  constructor(readonly answer: Answer) {}
}

/** An RFC 9457 problem. `name` becomes its `type`, by which a client recognises it. */
export function problem(
  status: number,
  name: string,
  title: string,
  detail?: string,
  headers?: Record<string, string>,
  more?: Record<string, unknown>,
): Answer {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: `urn:ninjahire-calls:${name}`, title, status, detail, ...more }),
    problem: name,
  };
}

export const toResponse = ({ status, headers, body }: Answer): Response =>
  new Response(body, { status, headers });

/** A problem to throw. */
export const refuse = (...args: Parameters<typeof problem>): Refusal =>
  new Refusal(problem(...args));

/** The answer to a dial that may have reached the vendor. The client must not send it again. */
export const outcomeUnknown = (
  status: number,
  why = "",
  headers?: Record<string, string>,
): Answer =>
  problem(
    status,
    "dial-outcome-unknown",
    "It is not known whether the call was placed",
    `A phone may be ringing: check the screening results before a new call. ${why}`,
    headers,
  );

/** The answer to a dial that was not sent. To the client, every 4xx except 408 and 499 means that no phone rings. */
export const notPlaced = (why: string): Answer =>
  problem(424, "not-placed", "The call was not placed", `No phone rings. ${why}`);
