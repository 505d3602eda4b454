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

export {
  NinjahireCall,
  NinjahireCallButton,
  NinjahireProvider,
  NinjahireResults,
  NinjahireTranscript,
  english,
};
export type * from "./events.js";
export type { Plural, StringName, Strings } from "./strings.js";

const elements: Record<string, CustomElementConstructor> = {
  "ninjahire-call": NinjahireCall,
  "ninjahire-call-button": NinjahireCallButton,
  "ninjahire-provider": NinjahireProvider,
  "ninjahire-results": NinjahireResults,
  "ninjahire-transcript": NinjahireTranscript,
};

if (globalThis.customElements) {
  for (const [tag, element] of Object.entries(elements)) {
    // Another copy of this package on the page may have been first.
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
