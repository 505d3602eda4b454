import { type PropertyValues, html, nothing, svg } from "lit";
import { property, state } from "lit/decorators.js";
import type { QuestionRow, Turn } from "../../index.js";
import { giveWay } from "../../slices.js";
import { askedInOrder } from "../shared/asked.js";
import { NinjahireElement } from "../shared/base.js";
import { formatClock, formatsOf } from "../shared/format.js";
import type { Evidence } from "../shared/reading.js";
import { speakerOf } from "../shared/speaker.js";
import { tokens } from "../shared/tokens.js";
import { type Conversation, conversationOf, sharesOf, turnAt } from "./conversation.js";
import { pictureStyles } from "./styles.js";

/** How many turns each key moves. */
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

/**
 * The picture of a conversation: who spoke when, each speaker's share, and where the questions were asked.
 *
 * @tag ninjahire-picture
 *
 * @csspart picture - The whole element.
 * @csspart strip - The strip; `stretch` is one speaker's part of it.
 * @csspart marker - The button of a question.
 *
 * @cssprop [--ninjahire-bot=light-dark(#5a6472, #a2adbb)] - The interviewer.
 * @cssprop [--ninjahire-human=light-dark(#2456c7, #9dbcff)] - The candidate.
 *
 * @fires {TurnEvent} ninjahire-turn - A turn was chosen.
 * @fires {QuestionEvent} ninjahire-question - A question was chosen.
 */
export class NinjahirePicture extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, pictureStyles];

  /** The conversation. */
  @property({ attribute: false }) turns: readonly Turn[] | null | undefined = [];
  /** The questions of the call. */
  @property({ attribute: false }) questions: readonly QuestionRow[] | null | undefined = [];
  /** Where the questions were asked, as returned by `linkEvidence`. */
  @property({ attribute: false }) evidence: readonly Evidence[] | null | undefined = [];
  /** The index of the reader's current turn. */
  @property({ type: Number }) current: number | null | undefined = null;
  /** The index of the reader's current question. */
  @property({ type: Number }) question: number | null | undefined = null;
  /** The index of the turn under the pointer. @internal */
  @state() pointed: number | undefined;

  #conversation: Conversation = conversationOf([]);
  #shares: ReturnType<typeof sharesOf> = [];
  readonly #rooms = new CSSStyleSheet();

  /** @internal */
  protected override firstUpdated(): void {
    // Simulated pages (jsdom) lack `adoptedStyleSheets` and `CSSStyleSheet.replaceSync`.
    this.shadowRoot!.adoptedStyleSheets?.push(this.#rooms);
  }

  /** Draws in a separate task, because the transcript beside it needs its own time. @internal */
  protected override async scheduleUpdate(): Promise<void> {
    await giveWay();
    super.scheduleUpdate();
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("turns")) return;
    const turns = this.turns ?? [];
    this.#conversation = conversationOf(turns);
    this.#shares = sharesOf(turns);
  }

  /** Describes a turn in one line. */
  #describe(turn: Turn | undefined): string {
    if (!turn) return "";
    const { startTime, text } = turn;
    const time = startTime === null ? "" : ` · ${formatClock(this.locale, startTime)}`;
    const words = text.length > 90 ? `${text.slice(0, 89)}…` : text;
    return `${speakerOf(turn, this.t)}${time}: ${words}`;
  }

  #turnUnder({ clientX, currentTarget }: MouseEvent): number {
    const strip = currentTarget as HTMLElement;
    const { left, width } = strip.getBoundingClientRect();
    const point = (clientX - left) / (width || 1);
    return turnAt(this.#conversation, strip.matches(":dir(rtl)") ? 1 - point : point);
  }

  #goTo(index: number): void {
    const turn = this.turns?.[index];
    if (turn) this.emit("ninjahire-turn", { turn });
  }

  #pressed = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const isSideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const isRtl = (event.currentTarget as HTMLElement).matches(":dir(rtl)");
    const to = (this.current ?? 0) + (isSideways && isRtl ? -by : by);
    this.#goTo(Math.max(0, Math.min((this.turns ?? []).length - 1, to)));
  };

  /** @internal */
  protected override render(): unknown {
    const { t, turns } = this;
    if (!turns?.length) return nothing;
    const current = turns[this.current ?? -1];
    const { percents } = formatsOf(this.locale);
    const asked = askedInOrder(this.evidence ?? []);
    return html`<div part="picture" class="picture">
      <p class="row small legend">
        <span class="quiet">${t("shares")}</span>
        ${this.#shares.map(
          ({ turn, share }) =>
            html`<span class=${`share ${turn.role}`}
              ><i></i><bdi>${speakerOf(turn, this.t)}</bdi> <b>${percents.format(share)}</b></span
            >`,
        )}
        <bdi class="named muted" aria-hidden="true"
          >${this.#describe(turns[this.pointed ?? -1] ?? current)}</bdi
        >
      </p>
      <div
        part="strip"
        class="strip"
        role="slider"
        tabindex="0"
        aria-label=${t("conversation")}
        aria-valuemin="1"
        aria-valuemax=${turns.length}
        aria-valuenow=${(this.current ?? 0) + 1}
        aria-valuetext=${this.#describe(current ?? turns[0])}
        @click=${(event: MouseEvent) => this.#goTo(this.#turnUnder(event))}
        @pointermove=${(event: PointerEvent) => (this.pointed = this.#turnUnder(event))}
        @pointerleave=${() => (this.pointed = undefined)}
        @keydown=${this.#pressed}
      >
        ${this.#strip(asked)}
      </div>
      <p
        class="markers"
        role=${asked.length ? "group" : nothing}
        aria-label=${asked.length ? t("questionsAsked") : nothing}
      >
        ${this.#markers(asked)}
      </p>
    </div>`;
  }

  /**
   * Places each question below the moment when it was asked. The gaps between them grow with the
   * time between the questions.
   */
  #markers(asked: ReturnType<typeof askedInOrder>): unknown {
    if (!asked.length) return nothing;
    const { starts } = this.#conversation;
    let before = 0;
    const shares = [...asked.map(({ turn }) => starts[turn] ?? before), 1].map((to) => {
      const share = Math.max(0, to - before);
      before = to;
      return share;
    });
    // In a style sheet, because a page's policy may forbid style attributes.
    const rules = shares.map((share, index) => `.markers .room-${index} { flex-grow: ${share} }`);
    this.#rooms.replaceSync?.(rules.join(""));
    return [
      ...asked.map(({ question }, index) => [
        html`<i class=${`room-${index}`}></i>`,
        this.#marker(question),
      ]),
      html`<i class=${`room-${asked.length}`}></i>`,
    ];
  }

  #strip(asked: ReturnType<typeof askedInOrder>): unknown {
    const { stretches, starts } = this.#conversation;
    const at = starts[this.current ?? -1];
    const line = (className: string, position: number, width: number) =>
      svg`<rect class=${className} x=${position * 1000 - width / 2} width=${width} y="0" height="40" />`;
    return html`<svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      ${stretches.map(
        ({ role, from, to }) =>
          svg`<rect part="stretch" class=${role} x=${from * 1000} width=${Math.max(1.5, (to - from) * 1000 - 1)} y=${role === "bot" ? 2 : 21} height="17" rx="2" />`,
      )}
      ${asked.map(({ question, turn }) =>
        line(question === this.question ? "tick now" : "tick", starts[turn] ?? 0, 2.5),
      )}
      ${at === undefined ? nothing : line("at", at, 4)}
    </svg>`;
  }

  #marker(question: number): unknown {
    const words = this.questions?.[question]?.question ?? "";
    return html`<button
      type="button"
      part="marker"
      class="marker"
      title=${words || nothing}
      aria-label=${`${this.t("questionNumber", { n: question + 1 })}: ${words}`}
      aria-current=${question === this.question ? "true" : nothing}
      @click=${() => this.emit("ninjahire-question", { question })}
    >
      ${this.numeral(question + 1)}
    </button>`;
  }
}
