/** Dates, times and names in the reader's language. */

const locale = document.documentElement.lang || undefined;
const dayFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const timeFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export const number = new Intl.NumberFormat(locale);
export const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true }).compare;

const isDate = (text) => typeof text === "string" && !Number.isNaN(Date.parse(text));

export const day = (text) => (isDate(text) ? dayFormat.format(new Date(text)) : null);
export const time = (text) => (isDate(text) ? timeFormat.format(new Date(text)) : null);

/** One or two letters of a person's name. */
export function initials(name) {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...graphemes.segment(word)][0].segment.toLocaleUpperCase()).join("");
}

export function plural(count, one, many) {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
