/** Defines `<ninjahire-transcript>`. Does nothing on a server. */

import { NinjahireTranscript } from "./transcript.js";

// Another copy of this package on the page may have defined it.
if (globalThis.document && !customElements.get("ninjahire-transcript"))
  customElements.define("ninjahire-transcript", NinjahireTranscript);

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-transcript": NinjahireTranscript;
  }
}

export { NinjahireTranscript };
