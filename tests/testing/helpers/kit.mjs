/** The installed package's test kit. */

import { pathToFileURL } from "node:url";
import { packaged } from "../../proxy/helpers/package.mjs";

const load = (file) => import(pathToFileURL(packaged(file)).href);

export const { createTestApi, dialOutcomes, signWebhook } = await load("testing/index.js");
export const { outcomeAction } = await load("testing/outcomes.js");
export const { mswHandlers } = await load("testing/msw.js");
export const { serveTestApi } = await load("testing/server.js");
export const { verifyWebhook, createWebhookHandler } = await load("webhooks/index.node.js");
export const { createProxy } = await load("proxy/index.js");
export const { NinjaHireClient, parseTranscript } = await load("index.node.js");
