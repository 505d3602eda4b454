/** The languages of the package. Each is loaded when an element first needs it. */

import type { Strings } from "./strings.js";

const loaders: Record<string, () => Promise<{ default: Strings }>> = {
  ar: () => import("./locales/ar.js"),
  de: () => import("./locales/de.js"),
  es: () => import("./locales/es.js"),
  fr: () => import("./locales/fr.js"),
  hi: () => import("./locales/hi.js"),
  ja: () => import("./locales/ja.js"),
  pt: () => import("./locales/pt.js"),
};

const loaded = new Map<string, Strings | undefined>();

/**
 * The texts of a language (`pt-BR` is `pt`). If they are not loaded yet, returns `undefined` and
 * calls `arrived` later.
 */
export function stringsOf(language: string | undefined, arrived: () => void): Strings | undefined {
  const name = language?.split("-")[0]?.toLowerCase() ?? "";
  const load = Object.hasOwn(loaders, name) && loaders[name];
  if (!load || loaded.has(name)) return loaded.get(name);
  loaded.set(name, undefined);
  load().then(
    (module) => {
      loaded.set(name, module.default);
      arrived();
    },
    // Elements show English, and the next element tries again.
    () => loaded.delete(name),
  );
  return undefined;
}
