import type { ReactiveController, ReactiveControllerHost } from "lit";

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** The language that is set for an element, across shadow roots. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}

/** Draws its host again when the document's language changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string | undefined {
    return languageOf(this.#host);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (observer) return;
    observer = new MutationObserver(() => hosts.forEach((host) => host.requestUpdate()));
    observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }
}
