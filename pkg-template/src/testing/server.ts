/** Serves the test API on a port, for end-to-end tests and manual tests. */

import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type NodeResponse, nodeHandler } from "../proxy/node.js";
import { TestApi, type TestApiOptions } from "./api.js";
import { handleControl } from "./control.js";

/** Settings of {@link serveTestApi}. */
export interface ServeOptions extends Omit<TestApiOptions, "baseUrl"> {
  /** The port. Default 0: any free port. */
  port?: number | undefined;
  /** The path at which the API is mounted: `"/api/ninjahire"`. Default: the root. */
  basePath?: string | undefined;
}

/** A served test API. */
export interface ServedTestApi {
  api: TestApi;
  /** The client's `baseUrl`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a test API on 127.0.0.1. It uses the machine's clock, unless `now` is set. Control it by
 * `api`, or by HTTP below `/__mock/`. It answers pages of any origin.
 *
 * @example
 * const { api, url, close } = await serveTestApi({ key: null });
 */
export async function serveTestApi(options: ServeOptions = {}): Promise<ServedTestApi> {
  const { port = 0, basePath = "", ...rest } = options;
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = origin + basePath;
  const api = new TestApi({ now: Date.now, ...rest, baseUrl: url });
  // The request may have any host name. Redirects are left to the client.
  const answer = (request: Request) => {
    const { pathname, search } = new URL(request.url);
    return api.fetch(
      new Request(new Request(origin + pathname + search, request), { redirect: "manual" }),
    );
  };
  const handle = nodeHandler(answer as Parameters<typeof nodeHandler>[0]);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    allowOrigins(response, options.key === null);
    if (request.url?.startsWith("/__mock/")) void handleControl(api, request, response);
    else if (isPreflight(request)) response.writeHead(204).end();
    else void handle(request, response as unknown as NodeResponse);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { api, url, close };
}

const isPreflight = ({ method, headers }: IncomingMessage) =>
  method === "OPTIONS" && headers["access-control-request-method"] !== undefined;

/** Adds the CORS headers of the vendor's gateway; in place of a proxy it also allows `Idempotency-Key`. */
function allowOrigins(response: ServerResponse, isProxy: boolean): void {
  const headers = [
    "authorization",
    "accept",
    "content-type",
    ...(isProxy ? ["idempotency-key"] : []),
  ];
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, POST");
  response.setHeader("access-control-allow-headers", headers.join(", "));
  response.setHeader("access-control-expose-headers", "x-request-id");
  response.setHeader("access-control-max-age", "600");
}
