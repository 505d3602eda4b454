/** Numbers, times and plural forms in the page's language. */

import { memo } from "./memo.js";

const makers = {
  numbers: (tag?: string) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
  twoDigits: (tag?: string) => new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }),
  plurals: (tag?: string) => new Intl.PluralRules(tag),
  times: (tag?: string) => new Intl.DateTimeFormat(tag, { timeStyle: "short" }),
  dates: (tag?: string) => new Intl.DateTimeFormat(tag, { dateStyle: "medium" }),
  datesAndTimes: (tag?: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }),
  percents: (tag?: string) => new Intl.NumberFormat(tag, { style: "percent" }),
  collator: (tag?: string) => new Intl.Collator(tag, { numeric: true }),
};

type Formats = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> };

/**
 * The `Intl` formats for a language, or for the browser's language if the code is invalid. Each
 * format is made on first use, because making them all takes longer than a frame.
 */
export const formatsOf = memo((locale: string | undefined): Formats => {
  const formats = {};
  for (const [name, make] of Object.entries(makers)) {
    const made = memo(() => {
      try {
        return make(locale);
      } catch {
        return make();
      }
    });
    Object.defineProperty(formats, name, { get: () => made(name) });
  }
  return formats as Formats;
});

/** Seconds as `1:09` or `1:02:03`. */
export function formatClock(locale: string | undefined, seconds: number): string {
  const { numbers, twoDigits } = formatsOf(locale);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return [hours, minutes % 60, Math.floor(seconds % 60)]
    .slice(hours ? 0 : 1)
    .map((part, at) => (at ? twoDigits : numbers).format(part))
    .join(":");
}

/** A time if the date is today, otherwise a date and a time. */
export function formatMoment(locale: string | undefined, at: number, now: number): string {
  const { times, datesAndTimes } = formatsOf(locale);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (isToday ? times : datesAndTimes).format(at);
}

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string | undefined): boolean {
  return /^(ar|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i.test(locale ?? "");
}
