import { writeFileSync } from "node:fs";
import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "./exercise.mjs";

test("everything works in a simulated page", async () => {
  const settings = JSON.parse(process.env.SETTINGS);
  settings.client.dangerouslyAllowBrowser = true;
  const report = await exercise(lib, reading, settings);
  expect(customElements.get("ninjahire-call")).toBeDefined();
  writeFileSync("report.json", JSON.stringify(report));
}, 30_000);
