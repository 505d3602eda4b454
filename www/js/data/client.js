import { NinjaHireClient } from "/node_modules/ninjahire-calls/index.js";

/** The key is on the server: the page speaks to its own proxy, and its cookie says who asks. */
export const client = new NinjaHireClient({ baseUrl: "/api/ninjahire" });
