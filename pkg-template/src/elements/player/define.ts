/** Defines `<ninjahire-player>`; on a server it does nothing. */

import { NinjahirePlayer } from "./player.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-player"))
  customElements.define("ninjahire-player", NinjahirePlayer);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-player": NinjahirePlayer;
  }
}

export { NinjahirePlayer };
