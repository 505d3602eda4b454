import { createProxy } from "ninjahire-calls/proxy";

const proxy = createProxy({
  apiKey: () => process.env.NINJAHIRE_API_KEY,
  upstream: process.env.NINJAHIRE_URL,
  basePath: "/api/ninjahire",
  authorize: () => true,
});

export default defineEventHandler((event) => proxy(toWebRequest(event)));
