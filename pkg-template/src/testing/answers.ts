/** Answers of the test API, and the effect of faults on them. */

import type { FaultAction } from "./faults.js";

/** An answer that is not sent yet. */
export interface Draft {
  status: number;
  headers: Headers;
  body: string | Uint8Array<ArrayBuffer> | null;
}

export const json = (value: unknown): Draft => ({
  status: 200,
  headers: new Headers({ "content-type": "application/json" }),
  body: JSON.stringify(value),
});

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  422: "Unprocessable Entity",
  425: "Too Early",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** An error as the vendor's gateway writes it (RFC 9457). */
export function problem(
  status: number,
  detail: string,
  request: { path: string; id: string },
  headers?: Record<string, string>,
): Draft {
  const body = {
    type: `https://httpproblems.com/http-status/${status}`,
    title: titles[status] ?? "Unknown",
    status,
    detail,
    instance: request.path,
    trace: { requestId: request.id },
  };
  return {
    status,
    headers: new Headers({ "content-type": "application/problem+json", ...headers }),
    body: JSON.stringify(body),
  };
}

/** The error with which `fetch` rejects where there is no answer. */
export const connectionError = (): TypeError =>
  new TypeError("fetch failed", { cause: new Error("the connection was reset (by the test kit)") });

/** Waits. Rejects with the signal's reason where it is aborted meanwhile. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer =
      ms === Infinity
        ? undefined
        : setTimeout(() => {
            signal.removeEventListener("abort", abort);
            resolve();
          }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

/** Applies a fault to an answer before it is sent. `instead` makes an answer with a status. */
export function applyFault(
  draft: Draft,
  action: FaultAction,
  instead: (status: number) => Draft,
): Draft {
  let { status, headers, body } = draft;
  if (action.status !== undefined) {
    if (action.status >= 400) ({ headers, body } = instead(action.status));
    status = action.status;
  }
  if (action.redirectTo !== undefined) {
    status = 307;
    body = null;
    headers.delete("content-type");
    headers.set("location", action.redirectTo);
  }
  if (action.noContent) {
    status = 204;
    body = null;
    headers.delete("content-type");
  }
  if (action.body !== undefined) {
    body = typeof action.body === "string" ? action.body : JSON.stringify(action.body);
  }
  if (typeof body === "string") body = mergeInto(body, action);
  if (action.contentType !== undefined) headers.set("content-type", action.contentType);
  for (const [name, value] of Object.entries(action.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return { status, headers, body };
}

function mergeInto(body: string, { merge, mergeItems }: FaultAction): string {
  if (!merge && !mergeItems) return body;
  let answer: unknown = JSON.parse(body);
  if (merge) answer = mergePatch(answer, merge);
  for (const [at, patch] of Object.entries(mergeItems ?? {})) {
    const { data } = answer as { data?: unknown[] };
    if (data && Number(at) in data) data[Number(at)] = mergePatch(data[Number(at)], patch);
  }
  return JSON.stringify(answer);
}

/** A JSON merge patch (RFC 7386). */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Sends an answer: the whole, or only the first half of its body. */
export function send(
  { status, headers, body }: Draft,
  { reset, stall }: FaultAction,
  signal: AbortSignal,
): Response {
  if (status === 204 || status === 304 || body === null) {
    return new Response(null, { status, headers });
  }
  if (reset !== "body" && stall !== "body") return new Response(body, { status, headers });
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const half = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
      if (stall === "body") await wait(Infinity, signal);
      // Give the first half time to arrive.
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw connectionError();
    },
  });
  return new Response(half, { status, headers });
}
