/** Defines `<ninjahire-provider>`; on a server it does nothing. */

import { NinjahireProvider } from "./provider.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-provider"))
  customElements.define("ninjahire-provider", NinjahireProvider);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-provider": NinjahireProvider;
  }
}

export { NinjahireProvider };
