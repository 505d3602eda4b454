/** Defines `<ninjahire-picture>`. Does nothing on a server. */

import { NinjahirePicture } from "./picture.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-picture"))
  customElements.define("ninjahire-picture", NinjahirePicture);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-picture": NinjahirePicture;
  }
}

export { NinjahirePicture };
