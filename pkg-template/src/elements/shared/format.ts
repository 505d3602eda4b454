/** Numbers, clocks and plural forms in the words of the page's language. */

import { memo } from "./memo.js";

function make(tag?: string) {
  return {
    numbers: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
    twoDigits: new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }),
    plurals: new Intl.PluralRules(tag),
    times: new Intl.DateTimeFormat(tag, { timeStyle: "short" }),
    dates: new Intl.DateTimeFormat(tag, { dateStyle: "medium" }),
    datesAndTimes: new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }),
    percents: new Intl.NumberFormat(tag, { style: "percent" }),
    collator: new Intl.Collator(tag, { numeric: true }),
  };
}

/** What `Intl` has for a language; for one that is none, for the browser's. */
export const formatsOf = memo((locale: string | undefined) => {
  try {
    return make(locale);
  } catch {
    return make();
  }
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

/** A time of today, or a day and a time. */
export function formatMoment(locale: string | undefined, at: number, now: number): string {
  const { times, datesAndTimes } = formatsOf(locale);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (isToday ? times : datesAndTimes).format(at);
}

/** Whether a language is written from right to left. */
export function isRightToLeft(locale: string | undefined): boolean {
  return /^(ar|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i.test(locale ?? "");
}
