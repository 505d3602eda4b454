/** Defines `<ninjahire-transcript>`; on a server it does nothing. */

import { NinjahireTranscript } from "./transcript.js";

// Another copy of this package on the page may have been first.
if (globalThis.document && !customElements.get("ninjahire-transcript"))
  customElements.define("ninjahire-transcript", NinjahireTranscript);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-transcript": NinjahireTranscript;
  }
}

export { NinjahireTranscript };
