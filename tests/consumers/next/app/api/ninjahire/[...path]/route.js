import { allowAnyone, createProxy } from "ninjahire-calls/proxy";

const proxy = createProxy({
  apiKey: () => process.env.NINJAHIRE_API_KEY,
  upstream: process.env.NINJAHIRE_URL,
  authorize: allowAnyone,
});
export { proxy as GET, proxy as POST };
