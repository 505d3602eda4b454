/** Controls a served test API from another process: a page, Cypress, a shell. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { TestApi } from "./api.js";
import type { Fault } from "./faults.js";
import { type DialOutcome, outcomeAction } from "./outcomes.js";
import type { CallScript } from "./script.js";

type Body = Record<string, unknown>;

/** The commands below `/__mock/`. */
const commands: Record<string, (api: TestApi, body: Body, query: URLSearchParams) => unknown> = {
  "GET world": (api) => ({ applications: api.applications, calls: api.calls() }),
  "GET rings": (api, _, query) => {
    const applicationId = query.get("application_id") ?? undefined;
    return { rings: api.rings(applicationId), placed: api.placed(applicationId) };
  },
  "GET requests": (api) => api.requests(),
  "POST reset": (api) => {
    api.reset();
    return { reset: true };
  },
  "POST fault": (api, body) => {
    api.fault(body as unknown as Fault);
    return { waiting: api.waitingFaults };
  },
  "POST next-dial": (api, { outcome, times, applicationId }) => {
    outcomeAction(outcome as DialOutcome);
    api.nextDial(outcome as DialOutcome, {
      times: times as number | undefined,
      applicationId: applicationId as string | undefined,
    });
    return { waiting: api.waitingFaults };
  },
  "POST script": (api, { applicationId, ...script }) => {
    api.script(script as CallScript, { applicationId: applicationId as string | undefined });
    return { script };
  },
  "POST advance": (api, { ms }) => {
    api.advance(ms as number);
    return { now: api.now() };
  },
};

/** Answers a command. */
export async function handleControl(
  api: TestApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, value: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(value));
  };
  if (request.method === "OPTIONS") {
    response.writeHead(204).end();
    return;
  }
  const url = new URL(request.url ?? "", "http://localhost");
  const command = commands[`${request.method} ${url.pathname.slice("/__mock/".length)}`];
  if (!command) return reply(404, { error: "unknown", commands: Object.keys(commands) });
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const text = Buffer.concat(chunks).toString();
    reply(200, command(api, (text ? JSON.parse(text) : {}) as Body, url.searchParams));
  } catch (error) {
    reply(400, { error: String((error as Error).message) });
  }
}
