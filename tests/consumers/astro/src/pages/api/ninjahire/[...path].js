import { createProxy } from "ninjahire-calls/proxy";

const proxy = createProxy({
  apiKey: () => process.env.NINJAHIRE_API_KEY,
  upstream: process.env.NINJAHIRE_URL,
  basePath: "/api/ninjahire",
  authorize: () => true,
});

export const prerender = false;
export const ALL = ({ request }) => proxy(request);
