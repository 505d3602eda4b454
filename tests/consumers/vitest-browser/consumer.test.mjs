import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { createTestApi } from "ninjahire-calls/testing";
import { expect, test } from "vitest";
import { exercise } from "./exercise.mjs";

test("everything works in a real page, with the test kit", { timeout: 30_000 }, async () => {
  const api = createTestApi({ advanceOnReadMs: 5_000 });
  const client = { apiKey: "any", dangerouslyAllowBrowser: true, fetch: api.fetch };
  const [{ application_id }] = api.applications;
  const report = await exercise(lib, reading, { client, application: application_id });
  expect(api.rings(application_id)).toBe(1);
  expect(report.matches).toBeGreaterThan(0);
  const element = document.createElement("ninjahire-call");
  element.client = new lib.NinjaHireClient(client);
  element.callId = report.call_id;
  document.body.append(element);
  await expect.poll(() => element.getAttribute("state"), { timeout: 10_000 }).toBe("done");
});
