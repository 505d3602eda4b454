/** Defines `<ninjahire-call>`. Does nothing on a server. */

import { NinjahireCall } from "./call.js";
import "../transcript/define.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-call"))
  customElements.define("ninjahire-call", NinjahireCall);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-call": NinjahireCall;
  }
}

export { NinjahireCall };
