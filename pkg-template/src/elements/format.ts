/** Numbers and clocks in the words of the page's language. */

/** The language that is set for an element, across shadow roots. */
export function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}

const cached = new Map<string, unknown>();

/** Made once for each language; for one that is none, the browser's. */
function once<T>(key: string, locale: string | undefined, make: (locale?: string) => T): T {
  const name = key + locale;
  if (!cached.has(name)) {
    let made;
    try {
      made = make(locale);
    } catch {
      made = make();
    }
    cached.set(name, made);
  }
  return cached.get(name) as T;
}

export function formatNumber(locale: string | undefined, value: number): string {
  return once(
    "n",
    locale,
    (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
  ).format(value);
}

export function pluralOf(locale: string | undefined, value: number): Intl.LDMLPluralRule {
  return once("p", locale, (tag) => new Intl.PluralRules(tag)).select(value);
}

export function compare(locale: string | undefined, a: string, b: string): number {
  return once("c", locale, (tag) => new Intl.Collator(tag, { numeric: true })).compare(a, b);
}

/** Seconds as `1:09` or `1:02:03`. */
export function formatClock(locale: string | undefined, seconds: number): string {
  const two = once("2", locale, (tag) => new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }));
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  const rest = two.format(whole % 60);
  return hours
    ? `${formatNumber(locale, hours)}:${two.format(minutes % 60)}:${rest}`
    : `${formatNumber(locale, minutes)}:${rest}`;
}

const waiting = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Tells when the document's own language changes; returns what ends it. */
export function onDocumentLanguage(changed: () => void): () => void {
  waiting.add(changed);
  if (!observer) {
    observer = new MutationObserver(() => waiting.forEach((tell) => tell()));
    observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  }
  return () => waiting.delete(changed);
}
