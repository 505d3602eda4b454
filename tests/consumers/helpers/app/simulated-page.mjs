/** Exercises the package in a test runner's simulated page, then waits for the call in an element. */

import { writeFileSync } from "node:fs";
import { exercise } from "./exercise.mjs";

async function until(isReached) {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Writes the report to `report.json`. The environment has the settings. */
export async function exerciseInSimulatedPage(lib, reading) {
  const settings = JSON.parse(process.env.SETTINGS);
  settings.client.dangerouslyAllowBrowser = true;
  const report = await exercise(lib, reading, settings);
  const element = document.createElement("ninjahire-call");
  element.client = new lib.NinjaHireClient(settings.client);
  element.callId = report.call_id;
  document.body.append(element);
  await until(() => element.getAttribute("state") === "done");
  const shown = element.shadowRoot.querySelector("ninjahire-transcript").shadowRoot;
  await until(() => shown.querySelectorAll(".turn").length > 1);
  // Wait for modules that load after the turns, before the page is closed.
  await new Promise((resolve) => setTimeout(resolve, 500));
  element.remove();
  writeFileSync("report.json", JSON.stringify(report));
}
