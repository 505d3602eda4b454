/** Defines `<ninjahire-results>`. Does nothing on a server. */

import { NinjahireResults } from "./results.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-results"))
  customElements.define("ninjahire-results", NinjahireResults);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-results": NinjahireResults;
  }
}

export { NinjahireResults };
