/**
 * What is around an element: it asks upwards for its provider, and is told when to ask again. The
 * document's own language is told of in the same way.
 */

import { NinjaHireClient } from "./core.js";
import { memo } from "./memo.js";
import type { Strings } from "./strings.js";

/** What a provider gives. */
export interface ProviderContext {
  /** Its client, or one for the asking element's own `base-url`. */
  clientFor(baseUrl: string | null | undefined): NinjaHireClient | undefined;
  strings?(): Partial<Strings>;
}

const asking = "ninjahire-context";
const appearing = "ninjahire-provider";

export function findProvider(element: Element): ProviderContext {
  const detail: { context?: ProviderContext } = {};
  element.dispatchEvent(new CustomEvent(asking, { detail, bubbles: true, composed: true }));
  return detail.context ?? { clientFor };
}

/** Answers the elements inside a provider. */
export function provide(provider: Element, context: ProviderContext): void {
  provider.addEventListener(asking, (event) => {
    // The nearest one answers; the element that asks is not its own provider.
    const { detail } = event as CustomEvent;
    if (event.target !== provider) detail.context ??= context;
  });
}

/** Lets elements look around again. */
export function announceProvider(): void {
  document.dispatchEvent(new Event(appearing));
}

let languageObserver: MutationObserver | undefined;

/** Has `look` called when there is something else around; or no longer. */
export function watchAround(look: () => void, isOn: boolean): void {
  document[isOn ? "addEventListener" : "removeEventListener"](appearing, look);
  if (languageObserver) return;
  languageObserver = new MutationObserver(announceProvider);
  languageObserver.observe(document.documentElement, { attributeFilter: ["lang"] });
}

/** One client for each base URL, however many elements name it. */
export const clientFor = memo((baseUrl: string | null | undefined) =>
  baseUrl ? new NinjaHireClient({ baseUrl }) : undefined,
);
