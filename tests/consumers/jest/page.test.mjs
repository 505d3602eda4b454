import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exerciseInSimulatedPage } from "./simulated-page.mjs";

test("everything works in a simulated page", () => exerciseInSimulatedPage(lib, reading), 30_000);
