/** Defines `<ninjahire-call-button>`; on a server it does nothing. */

import { NinjahireCallButton } from "./call-button.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-call-button"))
  customElements.define("ninjahire-call-button", NinjahireCallButton);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-call-button": NinjahireCallButton;
  }
}

export { NinjahireCallButton };
