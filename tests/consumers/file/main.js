import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls";
import * as reading from "ninjahire-calls/reading";
import { exerciseInPage } from "./page.mjs";

exerciseInPage(lib, reading);
