import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "../../exercise.mjs";

export const prerender = false;
export const POST = async ({ request }) =>
  Response.json(await exercise(lib, reading, await request.json()));
