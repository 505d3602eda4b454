import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { expect, test } from "vitest";
import { writeFileSync } from "node:fs";
import { exercise } from "./exercise.mjs";

test("everything works in a simulated page", { timeout: 30_000 }, async () => {
  const settings = JSON.parse(process.env.SETTINGS);
  settings.client.dangerouslyAllowBrowser = true;
  const report = await exercise(lib, reading, settings);
  const element = document.createElement("ninjahire-call");
  element.client = new lib.NinjaHireClient(settings.client);
  element.callId = report.call_id;
  document.body.append(element);
  await expect.poll(() => element.getAttribute("state"), { timeout: 10_000 }).toBe("done");
  const shown = element.shadowRoot.querySelector("ninjahire-transcript").shadowRoot;
  await expect
    .poll(() => shown.querySelectorAll(".turn").length, { timeout: 10_000 })
    .toBeGreaterThan(1);
  writeFileSync("report.json", JSON.stringify(report));
});
