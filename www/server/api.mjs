/** The endpoints of the ATS. */

import { people } from "./people.mjs";
import { sendJson, sendProblem } from "./respond.mjs";

export function api(records, sessions, received) {
  return async (request, response, pathname) => {
    const user = sessions.userOf(request.headers.cookie);
    switch (`${request.method} ${pathname}`) {
      case "GET /api/people":
        return sendJson(response, 200, people);

      case "POST /api/session": {
        if (!isOwnPage(request)) return sendProblem(response, 403, "Not from this page");
        const setCookie = sessions.signIn(await readText(request));
        if (!setCookie) return sendProblem(response, 422, "There is no such person");
        return sendJson(response, 200, {}, { "set-cookie": setCookie });
      }

      case "DELETE /api/session":
        return sendJson(
          response,
          200,
          {},
          { "set-cookie": sessions.signOut(request.headers.cookie) },
        );

      case "GET /api/me":
        return user ? sendJson(response, 200, user) : sendProblem(response, 401, "Not signed in");

      case "GET /api/activity":
        if (!user) return sendProblem(response, 401, "Not signed in");
        return sendJson(response, 200, await received.activity(user));

      case "GET /api/candidates":
        if (!user) return sendProblem(response, 401, "Not signed in");
        try {
          return sendJson(response, 200, await records.candidatesOf(user));
        } catch (error) {
          console.error(error);
          return sendProblem(response, 502, "The records cannot be loaded", error.message);
        }

      default:
        return sendProblem(response, 404, "There is nothing here");
    }
  };
}

/** Browsers set this header, and no page can change it. */
const isOwnPage = (request) =>
  [undefined, "same-origin"].includes(request.headers["sec-fetch-site"]);

async function readText(request) {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 100) return "";
  }
  return text;
}
