/** Scenarios of clients: calls with options and arguments, and their effects. */

import { json } from "./answers.mjs";

export const BASE = "https://ats.example/api";
export const routeNames = ["instantCall", "callDetails", "screeningResults"];

/** A client whose requests get these answers in turn. */
export const clientOf = (nh, world, answers, options) =>
  new nh.NinjaHireClient({
    baseUrl: BASE,
    fetch: world.fetch(...answers),
    onEvent: world.onEvent,
    ...options,
  });

/** The same answer, some milliseconds later. */
export const slow =
  (answer, ms = 1_000) =>
  async (asked) => {
    await asked.world.pass(ms);
    return answer(asked);
  };

/** An answer that is too late for a short `timeoutMs`, and has a defect for `strict`. */
const late = slow(
  json({ call_id: "c-1", call_status: "call_completed", call_score: "87", data: [] }),
  100,
);
/** An answer for `retries` and `maxRetryAfterMs`. Dials succeed, because they are never retried. */
const busy = (asked) =>
  asked.request.method === "GET"
    ? new Response("", { status: 503, headers: { "retry-after": "2" } })
    : late(asked);

/** A client's settings. The server is busy at the first read. */
export const settings = (world) => ({
  baseUrl: BASE,
  fetch: world.fetch(busy, late),
  onEvent: world.onEvent,
});

/** Calls that show the effects of a client's options: a retried read, a listing, two dials. */
export const useClient = (makeOptions) => async (nh, world) => {
  const options = makeOptions(world);
  const client = await world.attempt("new", () => new nh.NinjaHireClient(options));
  if (!client) return;
  await world.attempt("details", () => client.getCallDetails("c-1"));
  await world.attempt("list", () => client.listScreeningResults());
  await world.attempt("dial", () => client.initiateInstantCall(world.application));
  await world.attempt("second dial", () => client.initiateInstantCall(world.application));
};

/** The same with one more option. */
export const withOption = (name, make) =>
  useClient((world) => ({ ...settings(world), [name]: make() }));

/** One call of a method. */
export const useMethod = (use) => async (nh, world) => {
  const client = clientOf(nh, world, [busy, late], { redialGuardMs: 0 });
  await world.attempt("it", () => use(client, world));
};

/** All pages, through a generator, so that a refusal happens during the iteration. */
export async function* listed(client, given, options) {
  yield* client.screeningResults(given, options).pages();
}
