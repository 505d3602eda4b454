/** Custom texts. Without them, the page's language selects the package's texts. */

import { english } from "/node_modules/ninjahire-calls/embed.js";

const map = (change) =>
  Object.fromEntries(
    Object.entries(english).map(([name, text]) => [
      name,
      typeof text === "string"
        ? change(text)
        : Object.fromEntries(Object.entries(text).map(([rule, one]) => [rule, change(one)])),
    ]),
  );

const accents = { a: "á", e: "é", i: "î", o: "ö", u: "ü", A: "Å", E: "É", I: "Î", O: "Ö", U: "Û" };

export const strings = {
  en: {},
  de: {},
  ar: {},
  "en-x-pseudo": map(
    (text) => `[${text.replace(/[aeiou](?![^{]*\})/gi, (letter) => accents[letter])} ····]`,
  ),
};
