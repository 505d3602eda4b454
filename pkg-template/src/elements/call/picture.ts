/** The picture of a conversation: who spoke when, and where the questions were asked. */

import { html, nothing, svg } from "lit";
import type { QuestionRow, Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import type { Evidence } from "../shared/reading.js";
import { askedInOrder, conversationOf, sharesOf, turnAt } from "./conversation.js";

export interface PictureOptions {
  turns: readonly Turn[];
  questions: readonly QuestionRow[];
  evidence: readonly Evidence[];
  /** The turn and the question that the reader is at. */
  current: number | undefined;
  question: number | undefined;
  t: Translate;
  speaker(turn: Turn): string;
  percent(share: number): string;
  clock(seconds: number): string;
  /** Goes to a turn. */
  goTo(turn: number): void;
  goToQuestion(question: number): void;
  /** The pointer is over this turn. */
  pointAt(turn: number | undefined): void;
}

/** Of what an unchanged conversation is drawn. */
let last: { turns: readonly Turn[]; made: ReturnType<typeof make> } | undefined;

function make(turns: readonly Turn[]) {
  return { conversation: conversationOf(turns), shares: sharesOf(turns) };
}

export function picture(options: PictureOptions): unknown {
  const { turns, questions, evidence, current, t } = options;
  if (last?.turns !== turns) last = { turns, made: make(turns) };
  const { conversation, shares } = last.made;
  const asked = askedInOrder(evidence);
  const at = current === undefined ? undefined : conversation.starts[current];
  const pointed = ({ clientX, currentTarget }: MouseEvent) => {
    const strip = currentTarget as HTMLElement;
    const { left, width } = strip.getBoundingClientRect();
    const isRtl = strip.matches(":dir(rtl)");
    const point = (clientX - left) / (width || 1);
    return turnAt(conversation, isRtl ? 1 - point : point);
  };
  return html`<div part="picture" class="picture">
    <p class="row small legend">
      <span class="quiet">${t("shares")}</span>
      ${shares.map(
        ({ turn, share }) =>
          html`<span class=${`share ${turn.role}`}
            ><i></i><bdi>${options.speaker(turn)}</bdi> <b>${options.percent(share)}</b></span
          >`,
      )}
    </p>
    <div
      part="strip"
      class="strip"
      role="slider"
      tabindex="0"
      aria-label=${t("conversation")}
      aria-valuemin="1"
      aria-valuemax=${turns.length}
      aria-valuenow=${(current ?? 0) + 1}
      aria-valuetext=${describe(turns[current ?? 0]!, options)}
      @click=${(event: MouseEvent) => options.goTo(pointed(event))}
      @pointermove=${(event: PointerEvent) => options.pointAt(pointed(event))}
      @pointerleave=${() => options.pointAt(undefined)}
      @keydown=${(event: KeyboardEvent) => {
        const by = steps[event.key];
        if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        const forward = (event.currentTarget as HTMLElement).matches(":dir(rtl)") ? -1 : 1;
        const step = event.key === "ArrowLeft" || event.key === "ArrowRight" ? by * forward : by;
        options.goTo(Math.max(0, Math.min(turns.length - 1, (current ?? 0) + step)));
      }}
    >
      <svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
        ${conversation.stretches.map(
          ({ role, from, to }) =>
            svg`<rect class=${role} x=${from * 1000} width=${Math.max(1.5, (to - from) * 1000 - 1)} y=${role === "bot" ? 2 : 21} height="17" rx="2" />`,
        )}
        ${asked.map(
          ({ question, turn }) =>
            svg`<rect class=${question === options.question ? "tick now" : "tick"} x=${conversation.starts[turn]! * 1000 - 1} width="2.5" y="0" height="40" />`,
        )}
        ${at === undefined ? nothing : svg`<rect class="at" x=${at * 1000 - 2} width="4" y="0" height="40" />`}
      </svg>
    </div>
    ${
      asked.length
        ? html`<p class="row markers" role="group" aria-label=${t("questionsAsked")}>
            ${asked.map(({ question }) => marker(question, questions[question], options))}
          </p>`
        : nothing
    }
  </div>`;
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

function marker(question: number, row: QuestionRow | undefined, options: PictureOptions): unknown {
  const label = `${options.t("questionNumber", { n: question + 1 })}: ${row?.question ?? ""}`;
  return html`<button
    type="button"
    part="marker"
    class="marker"
    title=${row?.question ?? nothing}
    aria-label=${label}
    aria-current=${question === options.question ? "true" : nothing}
    @click=${() => options.goToQuestion(question)}
  >
    ${options.t("number", { n: question + 1 })}
  </button>`;
}

/** A turn in one line. */
export function describe(
  turn: Turn,
  { speaker, clock }: Pick<PictureOptions, "speaker" | "clock">,
): string {
  const time = turn.startTime === null ? "" : ` · ${clock(turn.startTime)}`;
  const words = turn.text.length > 90 ? `${turn.text.slice(0, 89)}…` : turn.text;
  return `${speaker(turn)}${time}: ${words}`;
}
