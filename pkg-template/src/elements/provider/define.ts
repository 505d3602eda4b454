/** Defines `<ninjahire-provider>`. Does nothing on a server. */

import { NinjahireProvider } from "./provider.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-provider"))
  customElements.define("ninjahire-provider", NinjahireProvider);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-provider": NinjahireProvider;
  }
}

export { NinjahireProvider };
