import "ninjahire-calls/elements";
import * as lib from "ninjahire-calls/inline";
import * as reading from "ninjahire-calls/reading/inline";
import { exerciseInPage } from "./page.mjs";

exerciseInPage(lib, reading);
