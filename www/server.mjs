#!/usr/bin/env node
/**
 * The demo's server: the page, the npm package, and the package's proxy in front of the API.
 *
 *   node www/server.mjs --pkg DIR --upstream URL [--port N] [--candidates FILE]
 *
 * Prints one line of JSON when it is ready: {"url":"http://127.0.0.1:8080"}
 */

import { createServer } from "node:http";
import { ats } from "./server/ats.mjs";
import { api } from "./server/api.mjs";
import { optionsFrom } from "./server/options.mjs";
import { calls } from "./server/proxy.mjs";
import { securityHeaders } from "./server/headers.mjs";
import { sendProblem } from "./server/respond.mjs";
import { sessions } from "./server/sessions.mjs";
import { statics } from "./server/statics.mjs";
import { webhooks } from "./server/webhooks.mjs";

const options = optionsFrom(process.argv.slice(2));
const records = ats(options);
const signedIn = sessions();
const files = await statics(options, signedIn);
const received = await webhooks(options, records);
const handleApi = api(records, signedIn, received);
const handleCalls = await calls(options, records, signedIn);

const server = createServer(async (request, response) => {
  try {
    for (const [name, value] of securityHeaders(options)) response.setHeader(name, value);
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname.startsWith("/api/ninjahire/")) return await handleCalls(request, response);
    if (received.isHere(pathname)) return await received.handle(request, response);
    if (pathname.startsWith("/api/")) return await handleApi(request, response, pathname);
    return await files(request, response, pathname);
  } catch (error) {
    console.error(error);
    if (response.headersSent) return response.destroy();
    sendProblem(response, 500, "The demo's server failed", error.message);
  }
});

server.listen(options.port, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  await received.listenAt(url);
  console.log(JSON.stringify({ url }));
});
