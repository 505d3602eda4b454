/** The package's webhooks: what the vendor posts is read again, and shown to whose candidate it is. */

import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const path = "/webhooks/ninjahire";
const longest = 100;

/** Found as any program that has the package installed would find it. */
async function load(pkg, entry) {
  const require = createRequire(join(pkg, "package.json"));
  return import(pathToFileURL(require.resolve(entry)).href);
}

/** The mock posts to where it is told; the vendor's own set-up is made by its tenant API. */
export async function webhooks({ pkg, upstream, apiKey, isMock, webhookSecret }, records) {
  const secret = webhookSecret ?? (isMock ? randomUUID() : undefined);
  const activity = [];
  const isHere = (pathname) => pathname === path && secret !== undefined;
  if (secret === undefined) return { isHere, activity: () => [], listenAt: () => {} };

  const { createWebhookHandler, nodeWebhookHandler } = await load(pkg, "ninjahire-calls/webhooks");
  const { NinjaHireClient } = await load(pkg, "ninjahire-calls");
  const client = new NinjaHireClient({ baseUrl: upstream, apiKey });
  const handler = createWebhookHandler({
    secret,
    onCall: async (event) => {
      // A hint: what is shown is what the API says now.
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
    /** What happened to a recruiter's candidates, the latest first. */
    async activity(user) {
      const isTheirs = await Promise.all(
        activity.map(({ application_id: id }) => records.ownsApplication(user, id)),
      );
      return activity.filter((_, index) => isTheirs[index]);
    },
    /** Tells the mock where this server is. */
    async listenAt(url) {
      if (!isMock) return;
      const setup = { url: url + path, secret, retries: 3 };
      await fetch(new URL("/__mock/webhooks", upstream), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(setup),
        // Another stand-in for the API may know no webhooks.
      }).catch(() => {});
    },
  };
}
