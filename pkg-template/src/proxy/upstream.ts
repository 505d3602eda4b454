/** The hop to the vendor: with the key, once, and within a time. */

import { requestIdHeaders } from "../generated/facts.js";
import { type Answer, problem } from "./answer.js";
import { type Deadline, startDeadline } from "./deadline.js";
import { type Redactor, createRedactor } from "./redact.js";
import { type Asked, type RouteTable, upstreamPath } from "./routes.js";

export interface UpstreamOptions {
  /** Without a slash at its end. */
  url: string;
  routes: RouteTable;
  apiKey: () => Promise<string>;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The time allowed for one request, body included. */
  timeoutMs: number;
  /** Whether a request's `traceparent` goes along. */
  traceparent: boolean;
}

export interface Upstream {
  /** The deadline of a request; `signal` ends it early. */
  startDeadline(signal?: AbortSignal): Deadline;
  /** The upstream with the key of the moment. */
  withKey(): Promise<KeyedUpstream>;
}

export interface KeyedUpstream {
  /** Sends what was asked for, once. */
  send(asked: Asked, request: Request, signal: AbortSignal): Promise<UpstreamResponse>;
}

/** What the vendor answered, and what may be shown of it. */
export interface UpstreamResponse {
  response: Response;
  /** The few headers that go back: when to try again, and what to quote to the vendor's support. */
  headers: Record<string, string>;
  redactor: Redactor;
  /** The whole body as text; rejects where it is cut off, or longer than `most` bytes. */
  text(most: number): Promise<string>;
}

export function createUpstream(options: UpstreamOptions): Upstream {
  const { url, routes, apiKey, timeoutMs, traceparent } = options;
  const { host } = new URL(url);
  // Made once for each key: that takes longer than to use it.
  let current: { key: string; redactor: Redactor } | undefined;
  const redactorFor = (key: string): Redactor => {
    if (current?.key !== key) current = { key, redactor: createRedactor(key, host) };
    return current.redactor;
  };
  return {
    startDeadline: (signal) => startDeadline(timeoutMs, signal),
    withKey: async () => {
      const key = await apiKey();
      const redactor = redactorFor(key);
      return {
        send: async (asked, request, signal) => {
          const route = routes[asked.route];
          // Nothing of the browser's own request goes along but, where it is wanted, its trace.
          const init: RequestInit = {
            method: route.method,
            headers: {
              accept: "application/json",
              authorization: `Bearer ${key}`,
              ...(traceparent && traceHeader(request)),
            },
            redirect: "manual",
            signal,
          };
          if (asked.route === "instantCall" && route.method !== "GET") {
            // What can be read only once cannot be sent twice. Without it, Node's fetch sends a POST
            // again after a 421, and Deno's after a reset: docs/decisions/0002-proxy-dials-once.md.
            init.body = new ReadableStream({ start: (controller) => controller.close() });
            Object.assign(init, { duplex: "half" });
          }
          const response = await options.fetch(url + upstreamPath(route, asked), init);
          return {
            response,
            headers: headersBack(response, redactor),
            redactor,
            text: (most) => readText(response, most),
          };
        },
      };
    },
  };
}

/** A trace's context, if it is one: nothing else can be smuggled in it. */
function traceHeader(request: Request): { traceparent?: string } {
  const traceparent = request.headers.get("traceparent") ?? "";
  const isValid = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;
  return isValid.test(traceparent) ? { traceparent } : {};
}

function headersBack(response: Response, redactor: Redactor): Record<string, string> {
  const headers: Record<string, string> = {};
  // The first of a kind wins, the vendor's gateway's among them.
  for (const name of ["retry-after", ...requestIdHeaders]) {
    const value = response.headers.get(name);
    const as = name === "retry-after" ? name : "x-request-id";
    if (!value || as in headers || !/^[\w .,:-]{1,99}$/.test(value)) continue;
    headers[as] = redactor.text(value);
  }
  return headers;
}

async function readText(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Error("The answer is too long");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The vendor's own refusal (a status from 400 on). A JSON body passes, without secrets and if
 * `mayShow` agrees; a page does not: it would be shown under this site's name.
 */
export async function refusedUpstream(
  { response, headers, redactor, text }: UpstreamResponse,
  mayShow: (body: unknown) => Awaited<boolean> | Promise<boolean> = () => true,
): Promise<Answer> {
  const { status } = response;
  const type = response.headers.get("content-type") ?? "";
  try {
    const body = redactor.text(await text(65_536));
    const isJson = /^application\/(problem\+)?json\b/.test(type);
    if (isJson && (await mayShow(JSON.parse(body)))) {
      const shown = type.startsWith("application/problem")
        ? "application/problem+json"
        : "application/json";
      return { status, headers: { ...headers, "content-type": shown }, body };
    }
  } catch {
    // Not all of it came, or it is no JSON: the status is the answer.
  }
  return problem(status, "upstream", `The calls API answered ${status}`, undefined, headers);
}
