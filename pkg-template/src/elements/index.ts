/**
 * The custom elements. Importing this defines them all; on a server it does nothing.
 *
 * @module
 */

import {
  NinjahireCall,
  NinjahireCallButton,
  NinjahireProvider,
  NinjahireResults,
  NinjahireTranscript,
  english,
} from "./all.js";

export type * from "./events.js";
export type { Plural, StringName, Strings } from "./strings.js";
export {
  english,
  NinjahireCall,
  NinjahireCallButton,
  NinjahireProvider,
  NinjahireResults,
  NinjahireTranscript,
};

const elements = {
  "ninjahire-provider": NinjahireProvider,
  "ninjahire-transcript": NinjahireTranscript,
  "ninjahire-call": NinjahireCall,
  "ninjahire-call-button": NinjahireCallButton,
  "ninjahire-results": NinjahireResults,
};

if (globalThis.customElements) {
  for (const [name, element] of Object.entries(elements)) {
    // Another copy of this package on the page may have been first.
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
