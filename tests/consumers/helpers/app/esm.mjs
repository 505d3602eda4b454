import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "./exercise.mjs";

console.log(JSON.stringify(await exercise(lib, reading, JSON.parse(process.env.SETTINGS))));
