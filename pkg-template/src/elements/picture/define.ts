/** Defines `<ninjahire-picture>`; on a server it does nothing. */

import { NinjahirePicture } from "./picture.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-picture"))
  customElements.define("ninjahire-picture", NinjahirePicture);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-picture": NinjahirePicture;
  }
}

export { NinjahirePicture };
