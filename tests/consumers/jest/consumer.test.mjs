import { writeFileSync } from "node:fs";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { createTestApi } from "ninjahire-calls/testing";
import { exercise } from "./exercise.mjs";

test("everything works", async () => {
  writeFileSync(
    "report.json",
    JSON.stringify(await exercise(lib, reading, JSON.parse(process.env.SETTINGS))),
  );
}, 30_000);

test("the test kit uses the clock of fake timers", async () => {
  const api = createTestApi({ now: Date.now });
  const client = new lib.NinjaHireClient({ apiKey: "any", fetch: api.fetch });
  const { call_id } = await client.initiateInstantCall(api.applications[0].application_id);
  expect(api.rings()).toBe(1);
  expect((await client.getCallDetails(call_id)).call_status).toBe("call_in_progress");
});
