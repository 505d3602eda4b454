/** The package's webhooks. For each event, the server gets the call from the API and shows it to the candidate's recruiter. */

import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const path = "/webhooks/ninjahire";
const longest = 100;

/** Imports an entry point of the package as any program does in which it is installed. */
async function importEntry(pkg, entry) {
  const require = createRequire(join(pkg, "package.json"));
  return import(pathToFileURL(require.resolve(entry)).href);
}

/** Sets webhooks up with the mock. With the vendor, they are set up through its tenant API. */
export async function webhooks({ pkg, upstream, apiKey, isMock, webhookSecret }, records) {
  const secret = webhookSecret ?? (isMock ? randomUUID() : undefined);
  const activity = [];
  const isHere = (pathname) => pathname === path && secret !== undefined;
  if (secret === undefined) return { isHere, activity: () => [], listenAt: () => {} };

  const { createWebhookHandler, nodeWebhookHandler } = await importEntry(
    pkg,
    "ninjahire-calls/webhooks",
  );
  const { NinjaHireClient } = await importEntry(pkg, "ninjahire-calls");
  const client = new NinjaHireClient({ baseUrl: upstream, apiKey });
  const handler = createWebhookHandler({
    secret,
    onCall: async (event) => {
      // The event is only a hint: show the call as the API has it now.
      const call = await client.getCallDetails(event.call.call_id);
      activity.unshift({
        at: new Date().toISOString(),
        application_id: call.application_id ?? event.call.application_id,
        call_id: call.call_id,
        call_status: call.call_status,
        call_score: call.call_score,
      });
      activity.length = Math.min(activity.length, longest);
    },
  });
  return {
    isHere,
    handle: nodeWebhookHandler(handler),
    /** The latest events for a recruiter's candidates, the latest first. */
    async activity(user) {
      const isTheirs = await Promise.all(
        activity.map(({ application_id: id }) => records.ownsApplication(user, id)),
      );
      return activity.filter((_, index) => isTheirs[index]);
    },
    /** Registers this server's URL with the mock. */
    async listenAt(url) {
      if (!isMock) return;
      const setup = { url: url + path, secret, retries: 3 };
      await fetch(new URL("/__mock/webhooks", upstream), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(setup),
        // Another mock of the API may not support webhooks.
      }).catch(() => {});
    },
  };
}
