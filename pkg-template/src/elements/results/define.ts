/** Defines `<ninjahire-results>`; on a server it does nothing. */

import { NinjahireResults } from "./results.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-results"))
  customElements.define("ninjahire-results", NinjahireResults);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-results": NinjahireResults;
  }
}

export { NinjahireResults };
