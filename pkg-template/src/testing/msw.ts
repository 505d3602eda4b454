/** The test API as handlers of Mock Service Worker. */

import { type HttpHandler, HttpResponse, http } from "msw";
import type { TestApi } from "./api.js";

/**
 * Handlers that answer everything below the API's `baseUrl`.
 *
 * @example
 * const api = createTestApi({ baseUrl: "/api/ninjahire", key: null });
 * const server = setupServer(...mswHandlers(api));
 */
export function mswHandlers(api: TestApi): HttpHandler[] {
  const pattern = api.baseUrl.startsWith("/") ? `*${api.baseUrl}/*` : `${api.baseUrl}/*`;
  return [
    http.all(pattern, async ({ request }) => {
      try {
        return (await api.fetch(request)) as HttpResponse<never>;
      } catch (error) {
        request.signal.throwIfAborted();
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
