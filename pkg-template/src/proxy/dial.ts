/** Answers dials. Every answer makes clear whether a phone may be ringing. */

import { type Answer, Refusal, notPlaced, outcomeUnknown } from "./answer.js";
import type { Gate } from "./authorize.js";
import type { Deadline } from "./deadline.js";
import { type Flight, createFlights } from "./flights.js";
import type { Visit } from "./hooks.js";
import { type DialDecision, type Ledger, decisionId } from "./ledger.js";
import type { Limiter } from "./rate-limit.js";
import type { RedialGuard } from "./redial-guard.js";
import type { Asked } from "./routes.js";
import { surelyDidNotRing } from "./rules.js";
import { type KeyedUpstream, type Upstream, refusedUpstream } from "./upstream.js";

type AskedToDial = Extract<Asked, { route: "instantCall" }>;

export interface DialParts {
  gate: Gate;
  ledger: Ledger;
  guard: RedialGuard;
  limiter: Limiter;
  upstream: Upstream;
  onError: (error: unknown) => void;
}

/** Answers a dial. Rejects only with a refusal: a {@link Refusal} or the owner's `Response`. */
export type Dialer = (visit: Visit, asked: AskedToDial, idempotencyKey: string) => Promise<Answer>;

export function createDialer(parts: DialParts): Dialer {
  const { gate, ledger, guard, limiter, upstream, onError } = parts;
  const flights = createFlights();

  return async (visit, asked, idempotencyKey) => {
    const id = await decisionId(idempotencyKey);
    const application = asked.params.application_id;
    const { signal } = visit.request;
    // The deadline does not follow the request's signal: a dial that is sent runs to its end, even after
    // the browser has disconnected.
    const deadline = upstream.startDeadline();
    const flight = flights.enter(id, application, signal);
    try {
      const caller = await authorizeDial(flight, { id, application }, visit, asked, deadline);
      visit.caller = caller;
      const decision = { id, application, caller };
      if (flight.leader) return await awaitLeader(flight, decision, deadline);
      const outcome = dialAsLeader(flight, decision, visit, asked, deadline);
      flight.leader = { caller, outcome };
      return await outcome;
    } finally {
      deadline.end();
      flights.leave(id, application, signal);
    }
  };

  async function authorizeDial(
    flight: Flight,
    decision: { id: string; application: string },
    visit: Visit,
    asked: AskedToDial,
    deadline: Deadline,
  ): Promise<string> {
    try {
      return await gate(visit.request, asked, deadline);
    } catch (refusal) {
      // An earlier request of this decision may have been allowed, and sent.
      const isKnown = await ledger.isKnown(decision);
      if (isKnown || flight.isSent) throw new Refusal(outcomeUnknown(502, "It was sent before"));
      flight.isRefused = true;
      throw refusal;
    }
  }

  /** Waits for the answer to the first request of the same decision. */
  async function awaitLeader(flight: Flight, { caller }: DialDecision, deadline: Deadline) {
    const { leader } = flight;
    // Another caller sent that one, so this caller must not see the answer.
    if (leader?.caller !== caller) return outcomeUnknown(502);
    try {
      const answer = await deadline.within(leader.outcome);
      if (!flight.isSent) return answer;
      return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
    } catch {
      return outcomeUnknown(504);
    }
  }

  /** Dials as the first request of a decision. Never rejects. */
  async function dialAsLeader(
    flight: Flight,
    decision: DialDecision,
    visit: Visit,
    asked: AskedToDial,
    deadline: Deadline,
  ): Promise<Answer> {
    let keyed: KeyedUpstream;
    try {
      const known = await ledger.outcome(decision, deadline);
      if (known) return known;
      keyed = await deadline.within(upstream.withKey());
      const refusal = (await limiter.dials(decision.caller)) ?? (await guard.set(decision));
      // Meanwhile another server may have sent a copy of this request.
      if (refusal) return (await ledger.outcome(decision, deadline)) ?? refusal;
    } catch (error) {
      onError(error);
      return notPlaced("The proxy could not prepare it.");
    }
    const stopped = refusalBeforeSending(flight);
    if (stopped) {
      await guard.release(decision).catch(onError);
      return stopped;
    }
    // This is the last step before sending, so that a refused request leaves no record.
    flight.isSent = true;
    try {
      if (!(await ledger.reserve(decision))) return await outcomeOfCopy(decision, deadline);
    } catch (error) {
      flight.isSent = false;
      onError(error);
      await guard.release(decision).catch(onError);
      return notPlaced("The store failed.");
    }
    const answer = await ring(keyed, visit, asked, deadline);
    await ledger.keep(decision, answer);
    if (surelyDidNotRing(answer.status)) await guard.release(decision).catch(onError);
    return answer;
  }

  /** The answer where the dial must not be sent after all; otherwise `undefined`. */
  function refusalBeforeSending(flight: Flight): Answer | undefined {
    if (flight.isRefused) return notPlaced("Another request of this decision was refused.");
    if (!flight.isAbandoned()) return undefined;
    // The dial leaves no record, so a repeated request counts as the first one.
    flight.leader = undefined;
    return notPlaced("All requests for this dial were cancelled.");
  }

  /** The outcome of a copy of this request, which another server has sent. */
  async function outcomeOfCopy(decision: DialDecision, deadline: Deadline): Promise<Answer> {
    try {
      return (await ledger.outcome(decision, deadline)) ?? outcomeUnknown(502);
    } catch (error) {
      onError(error);
      return outcomeUnknown(503, "The store failed");
    }
  }

  /** Sends the dial once. Answers with a 4xx where surely no phone rings, and with a 5xx where that is unknown. */
  async function ring(
    keyed: KeyedUpstream,
    visit: Visit,
    asked: AskedToDial,
    deadline: Deadline,
  ): Promise<Answer> {
    try {
      const sent = await deadline.within(keyed.send(asked, visit.request, deadline.signal));
      const { response, headers, redactor } = sent;
      const { status } = response;
      if (response.ok) {
        const text = await deadline.within(sent.text(65_536));
        if (status === 204 || status === 205) {
          visit.placed = { callId: null };
          return { status, headers, body: null };
        }
        visit.placed = { callId: callIdIn(JSON.parse(text)) };
        const body = redactor.text(text);
        return { status, headers: { ...headers, "content-type": "application/json" }, body };
      }
      if (surelyDidNotRing(status)) return await deadline.within(refusedUpstream(sent));
      response.body?.cancel().catch(() => {});
      return outcomeUnknown(502, `The calls API answered ${status}`, headers);
    } catch (error) {
      onError(error);
      return deadline.signal.aborted
        ? outcomeUnknown(504, "The calls API did not answer in time")
        : outcomeUnknown(502, "The calls API could not be asked");
    }
  }
}

function callIdIn(body: unknown): string | null {
  const id = (body as { call_id?: unknown } | null)?.call_id;
  return typeof id === "string" && id ? id : null;
}
