import type { ReactiveController, ReactiveControllerHost } from "lit";

import { stringsOf } from "../i18n/load.js";
import type { Strings } from "../i18n/strings.js";

const hosts = new Set<ReactiveControllerHost>();
const drawAll = () => hosts.forEach((host) => host.requestUpdate());
let observer: MutationObserver | undefined;

/** The language that is set for an element, even outside of its shadow roots. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}

/**
 * Draws its host again when the document's language changes, or when the texts of that language
 * arrive.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string | undefined {
    return languageOf(this.#host);
  }

  /** The package's texts in that language, once they are loaded. `undefined` for English. */
  get strings(): Strings | undefined {
    return stringsOf(this.language, drawAll);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (observer) return;
    observer = new MutationObserver(drawAll);
    observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}
