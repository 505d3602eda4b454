/** Numbers, clocks and plural forms in the words of the page's language. */

/** The language that is set for an element, across shadow roots. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}

function make(tag?: string) {
  return {
    numbers: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
    twoDigits: new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }),
    plurals: new Intl.PluralRules(tag),
    collator: new Intl.Collator(tag, { numeric: true }),
  };
}

const made = new Map<string | undefined, ReturnType<typeof make>>();

/** What `Intl` has for a language; for one that is none, for the browser's. Made once for each. */
export function formatsOf(locale: string | undefined): ReturnType<typeof make> {
  let formats = made.get(locale);
  if (!formats) {
    try {
      formats = make(locale);
    } catch {
      formats = make();
    }
    made.set(locale, formats);
  }
  return formats;
}

/** Seconds as `1:09` or `1:02:03`. */
export function formatClock(locale: string | undefined, seconds: number): string {
  const { numbers, twoDigits } = formatsOf(locale);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = twoDigits.format(Math.floor(seconds % 60));
  return hours
    ? `${numbers.format(hours)}:${twoDigits.format(minutes % 60)}:${rest}`
    : `${numbers.format(minutes)}:${rest}`;
}
