/** What a provider gives to the elements inside it. */

import { ContextRoot, createContext } from "@lit/context";
import type { Strings } from "../i18n/strings.js";
import { NinjaHireClient } from "./core.js";
import { memo } from "./memo.js";

/** What a provider gives. */
export interface Provided {
  /** Its client, or one for the asking element's own `base-url`. */
  clientFor(baseUrl: string | null | undefined): NinjaHireClient | undefined;
  strings: Partial<Strings>;
}

/** A registered symbol: elements of another copy of this package on the page find the provider, too. */
export const providedContext = createContext<Provided>(Symbol.for("ninjahire-calls"));

/** One client for each base URL, however many elements name it. */
export const clientFor = memo((baseUrl: string | null | undefined) =>
  baseUrl ? new NinjaHireClient({ baseUrl }) : undefined,
);

let isRooted = false;

/** Remembers who asked before there was a provider. */
export function rememberRequests(): void {
  if (isRooted) return;
  isRooted = true;
  new ContextRoot().attach(document.documentElement);
}
