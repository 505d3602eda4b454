/** The page that measures in a browser; the driver calls `measure`. */

import * as ours from "ninjahire-calls";
import { measure } from "./measure.mjs";

await ours.init();
// Otherwise the clock is too coarse: a millisecond in Firefox.
if (!crossOriginIsolated) throw new Error("This page is not isolated.");
globalThis.measure = (what) => measure({ ...what, origin: location.origin }, ours);
