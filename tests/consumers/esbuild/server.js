import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exercise } from "./exercise.mjs";

exercise(lib, reading, JSON.parse(process.env.SETTINGS)).then((report) =>
  console.log(JSON.stringify(report)),
);
