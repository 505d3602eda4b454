/**
 * The custom elements. Importing this defines them all; on a server it does nothing.
 *
 * @module
 */

import * as all from "./all.js";

export * from "./all.js";
export type * from "./events.js";
export type { Plural, StringName, Strings } from "./strings.js";

if (globalThis.customElements) {
  for (const [name, element] of Object.entries(all)) {
    // `NinjahireCallButton` is `<ninjahire-call-button>`; the texts are no element.
    const tag = name.replace(/\B[A-Z]/g, "-$&").toLowerCase();
    // Another copy of this package on the page may have been first.
    if ("prototype" in element && !customElements.get(tag))
      customElements.define(tag, element as CustomElementConstructor);
  }
}
