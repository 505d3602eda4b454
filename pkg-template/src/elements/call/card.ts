/** Draws a call, from its header to its transcript. Loaded while the call is. */

import { html, nothing } from "lit";
import type { StringName, Strings, Translate } from "../i18n/strings.js";
import { askedInOrder } from "../shared/asked.js";
import type { CallState } from "../shared/call-state.js";
import { formatClock, formatMoment } from "../shared/format.js";
import type { Match } from "../shared/reading.js";
import { contents } from "./contents.js";
import { conversation } from "./conversation.js";
import type { EvidenceController } from "./evidence.js";
import { findings } from "./findings.js";
import { header } from "./header.js";
import { type RecordingOptions, recording } from "./recording.js";
import { review } from "./review.js";
import type { Shown } from "./shown.js";
import type { Sightings } from "./sightings.js";
import { type ToolbarOptions, toolbar } from "./toolbar.js";

export { cardStyles } from "./card-styles.js";
export { ExportController } from "./exporting.js";
export { findingsStyles } from "./findings-styles.js";
export { RenewalController } from "./renewal.js";

/** Where the reader can go within a call. */
export interface CardActions {
  goToTurn(index: number, options: { focus?: boolean; ranges?: readonly Match[] }): void;
  goToQuestion(index: number): void;
  nextQuestion(by: number): void;
  /** Goes back from the transcript to the question. */
  backToQuestion(): void;
  goToSection(name: StringName): void;
}

export interface CardOptions {
  shown: Shown;
  state: CallState;
  /** When the call was, in milliseconds since 1970, and when this page saw it change. */
  date: number | null;
  sightings: Sightings;
  /** The candidate's name and the job's title, if the page gives them. */
  candidate: string | null;
  job: string | null;
  level: number;
  /** Error messages, above everything but the header. */
  notices: unknown;
  toolbar: ToolbarOptions;
  recording: Omit<RecordingOptions, "url" | "t">;
  /** Whether the content is hidden while its details are still being masked. */
  isHiding: boolean;
  /** Whether all sections are in one column. */
  isNarrow: boolean;
  evidence: EvidenceController;
  /** The reader's current turn and question. */
  turn: number | undefined;
  question: number | undefined;
  media: HTMLMediaElement | null;
  anchorPrefix: string | null | undefined;
  actions: CardActions;
  locale: string | undefined;
  strings: Partial<Strings>;
  numeral(value: number): string;
  t: Translate;
}

export function card(options: CardOptions): unknown {
  const { shown, sightings, notices, isHiding, isNarrow, actions, t } = options;
  const { wasLive } = sightings;
  return html`${head(options)} ${notices} ${toolbar(options.toolbar)}
    ${
      // During a live call the transcript comes first, and later content must not move it.
      isNarrow && !wasLive ? contents(shown, actions.goToSection, t) : nothing
    }
    <div class=${`columns two ${wasLive ? "wasLive" : ""} ${isHiding ? "hiding" : ""}`}>
      <div class="findings">${callFindings(options)}</div>
      <div class="record"><div>${recordingAndConversation(options)}</div></div>
    </div>`;
}

const moment = ({ locale }: CardOptions, at: number | null): string =>
  at === null ? "" : formatMoment(locale, at, Date.now());

function head(options: CardOptions): unknown {
  const { shown, state, date, sightings, candidate, job, level, locale, t } = options;
  const elapsedMs = Date.now() - (date ?? sightings.begunAt ?? Infinity);
  return header({
    call: shown.call,
    candidate,
    job,
    date: moment(options, date),
    state,
    newsAt: moment(options, Math.max(date ?? 0, sightings.changedAt ?? 0)),
    elapsed: state === "live" && elapsedMs > 0 ? formatClock(locale, elapsedMs / 1000) : "",
    level,
    t,
  });
}

function section(name: StringName, content: unknown, { level, t }: CardOptions): unknown {
  return content
    ? html`<section part=${`section ${name}`} class=${`section ${name}`}>
        <p part="heading" class="heading" role="heading" aria-level=${level + 1}>${t(name)}</p>
        ${content}
      </section>`
    : nothing;
}

function callFindings(options: CardOptions): unknown {
  const { shown, state, evidence, question, actions, toolbar, locale, numeral, t } = options;
  return findings({
    ...shown,
    isAwaited: state === "live" || state === "assessing",
    locale,
    t,
    current: question,
    numeral,
    section: (name, content) => section(name, content, options),
    found: (question) => evidence.of(question, shown.turns, toolbar.isMasked),
    reveal: actions.goToQuestion,
    show: (said) => actions.goToTurn(said.turn, { ranges: [said] }),
  });
}

function recordingAndConversation(options: CardOptions): unknown {
  const { shown, date, candidate, job, evidence, turn, question, media, actions, t } = options;
  const { call, turns, questions } = shown;
  const url = call.recording_url;
  return [
    section("recording", url && recording({ ...options.recording, url, t }), options),
    section(
      "transcript",
      conversation({
        turns,
        questions,
        evidence: evidence.found,
        turn,
        question,
        isLive: call.call_status === "call_in_progress",
        media,
        anchorPrefix: options.anchorPrefix,
        credit: [candidate ?? t("call"), job, moment(options, date)].filter(Boolean).join(" · "),
        strings: options.strings,
        review: questionButtons(options),
        goToTurn: (index) => actions.goToTurn(index, { focus: false }),
        goToQuestion: actions.goToQuestion,
      }),
      options,
    ),
  ];
}

function questionButtons(options: CardOptions): unknown {
  const { shown, sightings, evidence, question, actions, t } = options;
  if (!shown.turns.length) return nothing;
  const count = shown.questions.length;
  // Keeps the space from the start, so that questions that appear later move nothing.
  if (!count) return sightings.wasLive ? html`<div class="review"></div>` : nothing;
  return review({
    count,
    found: askedInOrder(evidence.found ?? []).length,
    current: question,
    go: actions.nextQuestion,
    back: actions.backToQuestion,
    t,
  });
}
