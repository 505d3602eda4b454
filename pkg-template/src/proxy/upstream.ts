/** Sends requests to the vendor: with the key, once, and with a deadline. */

import { requestIdHeaders } from "../generated/facts.js";
import { type Answer, problem } from "./answer.js";
import { type Deadline, startDeadline } from "./deadline.js";
import { type Redactor, createRedactor } from "./redact.js";
import { type Asked, type RouteTable, upstreamPath } from "./routes.js";

export interface UpstreamOptions {
  /** The vendor's URL, without a slash at its end. */
  url: string;
  routes: RouteTable;
  apiKey: () => Promise<string>;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The time allowed for one request, body included, in milliseconds. */
  timeoutMs: number;
  /** Whether the vendor gets a request's `traceparent` header. */
  traceparent: boolean;
}

export interface Upstream {
  /** Starts the deadline of a request. Where `signal` aborts, it is reached early. */
  startDeadline(signal?: AbortSignal): Deadline;
  /** Gets the current key. */
  withKey(): Promise<KeyedUpstream>;
}

export interface KeyedUpstream {
  /** Sends the request to the vendor, once. */
  send(asked: Asked, request: Request, signal: AbortSignal): Promise<UpstreamResponse>;
}

/** The vendor's answer, and the parts of it that may be forwarded. */
export interface UpstreamResponse {
  response: Response;
  /** The headers to forward: `retry-after` and the request's id. */
  headers: Record<string, string>;
  redactor: Redactor;
  /** The whole body as text. Rejects where it is cut off, or longer than `most` bytes. */
  text(most: number): Promise<string>;
}

export function createUpstream(options: UpstreamOptions): Upstream {
  const { url, routes, apiKey, timeoutMs, traceparent } = options;
  const { host } = new URL(url);
  // One redactor for each key, because making it takes longer than using it.
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
          // Nothing of the browser's request is forwarded, except its trace where the option is set.
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
            // A body that can be read only once cannot be sent twice. Without it, Node's `fetch` sends a POST
            // again after a 421, and Deno's after a reset: docs/decisions/0002-proxy-dials-once.md.
            init.body = new ReadableStream({ start: (controller) => controller.close() });
            Object.assign(init, { duplex: "half" });
          }
          const response = await options.fetch(url + upstreamPath(route, asked), init);
          return {
            response,
            headers: headersToForward(response, redactor),
            redactor,
            text: (most) => readText(response, most),
          };
        },
      };
    },
  };
}

/** The request's trace context, where it is valid. */
function traceHeader(request: Request): { traceparent?: string } {
  const traceparent = request.headers.get("traceparent") ?? "";
  const isValid = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;
  return isValid.test(traceparent) ? { traceparent } : {};
}

function headersToForward(response: Response, redactor: Redactor): Record<string, string> {
  const headers: Record<string, string> = {};
  // Of several request ids the first wins; the vendor's gateway comes first in the list.
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
 * The vendor's refusal (a status of 400 or more). A JSON body is forwarded without secrets, where
 * `mayShow` agrees. An HTML page is not, because the browser would show it as a page of this site.
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
    // The body is cut off or not JSON. The status is the answer.
  }
  return problem(status, "upstream", `The calls API answered ${status}`, undefined, headers);
}
