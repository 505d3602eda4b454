import { mark, show } from "./page.mjs";
import ky from "ky";
import { parse } from "valibot";
import { matchTurns } from "../engine/turns.mjs";
import { CallDetails } from "../schemas/valibot.mjs";

const call = parse(CallDetails, await ky.get("/api/calls/c1").json());
mark("call");
show(matchTurns(call.transcript));
