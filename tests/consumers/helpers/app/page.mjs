/** Exercises the package in a page, then shows the call in an element. */

import { exercise } from "./exercise.mjs";

export async function exerciseInPage(lib, reading) {
  const query = new URLSearchParams(location.search);
  const client = query.has("api")
    ? { baseUrl: query.get("api"), apiKey: "test-key", dangerouslyAllowBrowser: true }
    : { baseUrl: "/api/ninjahire" };
  try {
    const report = await exercise(lib, reading, { client, application: query.get("application") });
    const element = document.createElement("ninjahire-call");
    element.client = new lib.NinjaHireClient(client);
    element.callId = report.call_id;
    document.body.append(element);
    globalThis.report = report;
  } catch (error) {
    globalThis.report = { error: String(error?.stack ?? error), code: error?.code };
  }
}
