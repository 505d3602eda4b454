/** The package's proxy: the key stays here, and a recruiter reaches only their own candidates. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Found as any program that has the package installed would find it. */
async function loadProxy(pkg) {
  const require = createRequire(join(pkg, "package.json"));
  return import(pathToFileURL(require.resolve("ninjahire-calls/proxy")).href);
}

export async function calls({ pkg, upstream, apiKey }, records, sessions) {
  const { createProxy, nodeHandler } = await loadProxy(pkg);
  const userOf = (request) => sessions.userOf(request.headers.get("cookie"));
  /** The vendor does not promise to say whose call it is, so that is kept from when it was placed or listed. */
  const ownerOfCall = new Map();
  const dialling = new WeakMap();

  async function authorize(request, { route, params, query }) {
    const user = userOf(request);
    if (!user) return signInFirst();
    if (route === "instantCall") dialling.set(request, user);
    const isTheirs = {
      instantCall: () => records.ownsApplication(user, params.application_id),
      // A listing of everything is nobody's.
      screeningResults: () =>
        query.application_id
          ? records.ownsApplication(user, query.application_id)
          : records.ownsJob(user, query.job_id),
      // An id does not say whose call it is; the call does, below.
      callDetails: () => true,
    };
    return (await isTheirs[route]()) && { caller: user.id };
  }

  /** Every call that goes out is one of this recruiter's candidates'. */
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
