/**
 * The proxy on your server: it keeps the API key, and one decision rings a phone once.
 *
 * @example
 * import { createProxy } from "ninjahire-calls/proxy";
 * const proxy = createProxy({
 *   apiKey: process.env.NINJAHIRE_API_KEY,
 *   authorize: async (request, { route, params }) => {
 *     const user = await userOf(request);
 *     return user ? { caller: user.id } : false;
 *   },
 * });
 * export const GET = proxy;
 * export const POST = proxy;
 *
 * @module
 */

export type { AuthorizeResponse, ResponseContext } from "./authorize-response.js";
export { allowAnyone, type Authorize, type Decision } from "./authorize.js";
export type { CorsOptions } from "./cors.js";
export { createProxy, type NinjaHireProxy, type ProxyContext } from "./create.js";
export type { HookOptions, PlacedEvent, ReadEvent, RefusedEvent } from "./hooks.js";
export { memoryStore } from "./memory-store.js";
export { nodeHandler, type NodeRequest, type NodeResponse } from "./node.js";
export type { ProxyOptions } from "./options.js";
export type { Bucket, RateLimits } from "./rate-limit.js";
export type { Filters } from "./query.js";
export type { Asked, RouteName, Routes } from "./routes.js";
export type { Awaitable, ProxyStore } from "./store.js";
