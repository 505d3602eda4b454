import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { test } from "vitest";
import { exerciseInSimulatedPage } from "./simulated-page.mjs";

test("everything works in a simulated page", { timeout: 30_000 }, () =>
  exerciseInSimulatedPage(lib, reading),
);
