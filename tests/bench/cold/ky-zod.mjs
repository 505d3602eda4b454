import { mark, show } from "./page.mjs";
import ky from "ky";
import { matchTurns } from "../engine/turns.mjs";
import { CallDetails } from "../schemas/zod.mjs";

const call = CallDetails.parse(await ky.get("/api/calls/c1").json());
mark("call");
show(matchTurns(call.transcript));
