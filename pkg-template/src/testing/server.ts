/** The test API on a port, for end-to-end tests, and for looking at pages by hand. */

import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type NodeResponse, nodeHandler } from "../proxy/node.js";
import { TestApi, type TestApiOptions } from "./api.js";
import { control } from "./control.js";

/** Settings of {@link serveTestApi}. */
export interface ServeOptions extends Omit<TestApiOptions, "baseUrl"> {
  /** Default 0: any free port. */
  port?: number | undefined;
  /** Where the API is mounted: `"/api/ninjahire"`. Default: at the root. */
  basePath?: string | undefined;
}

/** A test API that is being served. */
export interface ServedTestApi {
  api: TestApi;
  /** What to give the client as `baseUrl`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a test API on 127.0.0.1, by the machine's clock where no `now` is given. It can be steered
 * by `api`, or by HTTP below `/__mock/`. Pages of any origin may ask it.
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
  // By whatever name the machine is called. Redirects are for the client to follow.
  const answer = (request: Request) => {
    const { pathname, search } = new URL(request.url);
    return api.fetch(
      new Request(new Request(origin + pathname + search, request), { redirect: "manual" }),
    );
  };
  const handle = nodeHandler(answer as Parameters<typeof nodeHandler>[0]);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    allowOrigins(response, options.key === null);
    if (request.url?.startsWith("/__mock/")) void control(api, request, response);
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

/** As the vendor's gateway does; one that stands for a proxy takes what clients send to proxies. */
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
