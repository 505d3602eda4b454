/** Defines `<ninjahire-player>`. Does nothing on a server. */

import { NinjahirePlayer } from "./player.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-player"))
  customElements.define("ninjahire-player", NinjahirePlayer);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-player": NinjahirePlayer;
  }
}

export { NinjahirePlayer };
