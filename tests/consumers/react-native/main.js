import { NinjaHireClient } from "ninjahire-calls";

globalThis.outcome = new NinjaHireClient({ baseUrl: "https://ats.example/api/ninjahire" })
  .getCallDetails("c-1")
  .catch(({ code, message }) => ({ code, message }));
