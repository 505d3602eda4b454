export const runtime = "edge";

import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "../../exercise.mjs";

export async function POST(request) {
  try {
    return Response.json(await exercise(lib, reading, await request.json()));
  } catch (error) {
    return Response.json({ error: String(error?.stack ?? error) });
  }
}
