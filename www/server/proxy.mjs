/** The package's proxy. The key stays on the server, and a recruiter can access only their own candidates. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Resolves the package as any program does in which it is installed. */
async function loadProxy(pkg) {
  const require = createRequire(join(pkg, "package.json"));
  return import(pathToFileURL(require.resolve("ninjahire-calls/proxy")).href);
}

export async function calls({ pkg, upstream, apiKey }, records, sessions) {
  const { createProxy, nodeHandler } = await loadProxy(pkg);
  const userOf = (request) => sessions.userOf(request.headers.get("cookie"));
  /** The owner of each call that was placed or listed: the vendor does not promise that a call has its application. */
  const ownerOfCall = new Map();
  const dialling = new WeakMap();

  async function authorize(request, { route, params, query }) {
    const user = userOf(request);
    if (!user) return signInFirst();
    if (route === "instantCall") dialling.set(request, user);
    const isTheirs = {
      instantCall: () => records.ownsApplication(user, params.application_id),
      // A listing of all jobs belongs to no recruiter.
      screeningResults: () =>
        query.application_id
          ? records.ownsApplication(user, query.application_id)
          : records.ownsJob(user, query.job_id),
      // The id does not show whose call it is. `authorizeResponse` checks the call.
      callDetails: () => true,
    };
    return (await isTheirs[route]()) && { caller: user.id };
  }

  /** Lets only calls of this recruiter's candidates through. */
  async function authorizeResponse(call, { request, route }) {
    const user = userOf(request);
    if (!user) return false;
    const isTheirs = call.application_id
      ? await records.ownsApplication(user, call.application_id)
      : route === "screeningResults" || ownerOfCall.get(call.call_id) === user.id;
    if (isTheirs) ownerOfCall.set(call.call_id, user.id);
    return isTheirs;
  }

  const proxy = createProxy({ apiKey, upstream, authorize, authorizeResponse });
  return nodeHandler(async (request) => {
    const response = await proxy(request);
    if (dialling.has(request) && response.ok) {
      const { call_id } = await response.clone().json();
      ownerOfCall.set(call_id, dialling.get(request).id);
    }
    return response;
  });
}

const signInFirst = () => Response.json({ title: "Not signed in", status: 401 }, { status: 401 });
