/**
 * The custom elements. Importing this defines them all; on a server it does nothing.
 *
 * @module
 */

import { NinjahireTranscript } from "./transcript.js";

export { NinjahireTranscript };

const elements = {
  "ninjahire-transcript": NinjahireTranscript,
};

if (globalThis.customElements) {
  for (const [name, element] of Object.entries(elements)) {
    // Another copy of this package on the page may have been first.
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ninjahire-transcript": NinjahireTranscript;
  }
}
