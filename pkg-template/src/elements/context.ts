/** How an element finds the provider around it: it asks upwards, and again when a provider appears. */

import { NinjaHireClient } from "../index.js";
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

/** Lets elements look for their provider again. */
export function announceProvider(): void {
  document.dispatchEvent(new Event(appearing));
}

export function providerChanged(look: () => void): () => void {
  document.addEventListener(appearing, look);
  return () => document.removeEventListener(appearing, look);
}

const clients = new Map<string, NinjaHireClient>();

/** One client for each base URL, however many elements name it. */
export function clientFor(baseUrl: string | null | undefined): NinjaHireClient | undefined {
  if (!baseUrl) return undefined;
  let client = clients.get(baseUrl);
  if (!client) clients.set(baseUrl, (client = new NinjaHireClient({ baseUrl })));
  return client;
}
