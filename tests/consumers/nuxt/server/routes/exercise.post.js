import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "../../exercise.mjs";

export default defineEventHandler(async (event) => exercise(lib, reading, await readBody(event)));
