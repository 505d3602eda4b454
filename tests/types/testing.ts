import type { HttpHandler } from "msw";
import { NinjaHireClient } from "ninjahire-calls";
import {
  type DialOutcome,
  type TestApi,
  createTestApi,
  dialOutcomes,
} from "ninjahire-calls/testing";
import { mswHandlers } from "ninjahire-calls/testing/msw";
import { serveTestApi } from "ninjahire-calls/testing/server";

const api: TestApi = createTestApi({ key: null, script: { report: { call_score: 71 } } });
new NinjaHireClient({ baseUrl: "/api/ninjahire", fetch: api.fetch });

export const handlers: HttpHandler[] = mswHandlers(api);
export const outcomes: readonly DialOutcome[] = dialOutcomes;
const name: string | undefined = api.applications[0]?.candidate_name;
const routes: readonly (string | null)[] = api.requests("instantCall").map(({ route }) => route);
export { name, routes };

api.nextDial("reset", { times: 2 });
// @ts-expect-error there is no such outcome
api.nextDial("lost");
api.fault({ match: { route: "callDetails" }, action: { status: 500 } });
// @ts-expect-error there is no such action
api.fault({ action: { stauts: 500 } });

export async function served(): Promise<string> {
  const { url, close } = await serveTestApi({ port: 0 });
  await close();
  return url;
}
