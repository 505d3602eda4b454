/** The columns of the table: their values for sorting and for CSV, and their cells. */

import { html, nothing } from "lit";
import type { ScreeningResult } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import { callState } from "../shared/call-state.js";
import { formatMoment, formatsOf } from "../shared/format.js";
import { dial, pill, statePill, wordFor } from "../shared/parts.js";
import type { Row, Value } from "./rows.js";

/** A custom column. */
export interface ResultColumn {
  /** A name that no other column has. */
  name: string;
  /** The heading of the column. */
  label: string;
  /** The value for a result: a text, a number, a date or nothing. */
  value(result: ScreeningResult): string | number | Date | null | undefined;
}

/** A column of the table. */
export interface Column {
  name: string;
  label: string;
  /** The value for sorting and for CSV. */
  value(row: Row): Value;
  /** The value for CSV, if it differs. */
  text?(row: Row): Value;
  cell(result: ScreeningResult, row: Row): unknown;
}

export interface ColumnsOptions {
  custom: readonly ResultColumn[];
  /** Whether a row has all the calls of a candidate. */
  isGrouped: boolean;
  /** Whether any result has a date. */
  hasDates: boolean;
  /** When a call was, in milliseconds since 1970. */
  date(result: ScreeningResult): number | null;
  /** Draws the first cell of a row. */
  candidate(row: Row): unknown;
  locale: string | undefined;
  numeral(value: unknown): string;
  t: Translate;
}

/** The columns in the order in which they are shown. */
export function columnsOf(options: ColumnsOptions): Column[] {
  const { custom, hasDates, candidate, t } = options;
  return [
    {
      name: "candidate",
      label: t("candidate"),
      value: ({ name }) => name,
      cell: (_, row) => candidate(row),
    },
    ...custom.map((column) => customColumn(column, options)),
    scoreColumn(options),
    assessmentColumn(options),
    ...(hasDates ? [dateColumn(options)] : []),
    statusColumn(options),
  ];
}

function customColumn({ name, label, value }: ResultColumn, options: ColumnsOptions): Column {
  const plain = (result: ScreeningResult): Value => {
    const found = value(result) ?? null;
    return found instanceof Date ? found.getTime() : found;
  };
  const shown = (result: ScreeningResult) => {
    const found = value(result) ?? "";
    return found instanceof Date ? moment(found.getTime(), options) : options.numeral(found);
  };
  return {
    name,
    label,
    value: ({ last }) => plain(last),
    text: ({ last }) => shown(last),
    cell: (result) => html`<bdi>${shown(result)}</bdi>`,
  };
}

function scoreColumn({ numeral, t }: ColumnsOptions): Column {
  return {
    name: "score",
    label: t("score"),
    value: ({ best }) => best.call_score,
    cell: ({ call_score }) =>
      call_score === null
        ? html`<span class="small muted">${t("notAssessed")}</span>`
        : html`${dial(call_score)}<b>${numeral(call_score)}</b>`,
  };
}

function assessmentColumn({ t }: ColumnsOptions): Column {
  return {
    name: "assessment",
    label: t("assessment"),
    value: ({ best }) => wordFor("assessment", best.ninjahire_intelligence, t)[0],
    cell: ({ ninjahire_intelligence }) => pill("assessment", ninjahire_intelligence, t),
  };
}

function dateColumn(options: ColumnsOptions): Column {
  const { date, isGrouped, t } = options;
  return {
    name: "date",
    label: t(isGrouped ? "lastCall" : "date"),
    value: ({ last }) => date(last),
    text: ({ last }) => moment(date(last), options),
    cell: (result) => day(date(result), options.locale),
  };
}

function statusColumn(options: ColumnsOptions): Column {
  const { t } = options;
  return {
    name: "status",
    label: t("status"),
    value: ({ last }) => wordFor("status", last.call_status, t)[0],
    cell: (result) => status(result, options),
  };
}

/** The status of a call. A call that should have ended long ago is not shown as in progress. */
function status(result: ScreeningResult, { date, locale, t }: ColumnsOptions): unknown {
  const at = date(result);
  const state = callState(result, { date: at, seenAt: null, isFollowed: false, now: Date.now() });
  return state === "silent" && at !== null
    ? statePill("care", t("noNewsSince", { time: shortDay(at, locale) }))
    : pill("status", result.call_status, t);
}

function moment(date: number | null, { locale }: ColumnsOptions): string {
  return date === null ? "" : formatMoment(locale, date, Date.now());
}

function day(date: number | null, locale: string | undefined): unknown {
  if (date === null) return nothing;
  const { datesAndTimes } = formatsOf(locale);
  return html`<time datetime=${new Date(date).toISOString()} title=${datesAndTimes.format(date)}
    >${shortDay(date, locale)}</time
  >`;
}

/** The date, or the time if the date is today. */
function shortDay(date: number, locale: string | undefined): string {
  const isToday = new Date(date).toDateString() === new Date().toDateString();
  const { times, dates } = formatsOf(locale);
  return (isToday ? times : dates).format(date);
}
