/** The context that a provider shares with the elements inside it. */

import { ContextRoot, createContext } from "@lit/context";
import type { Strings } from "../i18n/strings.js";
import { NinjaHireClient } from "./core.js";
import { memo } from "./memo.js";

/** What a provider shares. */
export interface Provided {
  /** Returns the provider's client, or one for the element's `base-url`. */
  clientFor(baseUrl: string | null | undefined): NinjaHireClient | undefined;
  strings: Partial<Strings>;
}

/**
 * A registered symbol, so that elements of another copy of this package on the page find the
 * provider too.
 */
export const providedContext = createContext<Provided>(Symbol.for("ninjahire-calls"));

/** Makes one client for each base URL, however many elements have that URL. */
export const clientFor = memo((baseUrl: string | null | undefined) =>
  baseUrl ? new NinjaHireClient({ baseUrl }) : undefined,
);

let isRooted = false;

/** Remembers elements that ask before a provider is defined. */
export function rememberRequests(): void {
  if (isRooted) return;
  isRooted = true;
  new ContextRoot().attach(document.documentElement);
}
