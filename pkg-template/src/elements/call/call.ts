import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Turn } from "../../index.js";
import { giveWay } from "../../slices.js";
import type { StringName } from "../i18n/strings.js";
import type { NinjahirePlayer } from "../player/player.js";
import { askedInOrder } from "../shared/asked.js";
import { bone } from "../shared/base.js";
import { formatMoment, formatsOf } from "../shared/format.js";
import { HotkeyController } from "../shared/hotkeys.js";
import { NarrowController } from "../shared/narrow.js";
import { wordFor } from "../shared/parts.js";
import { speakerOf } from "../shared/speaker.js";
import { Ticking } from "../shared/ticking.js";
import { tokens } from "../shared/tokens.js";
import type { NinjahireTranscript } from "../transcript/transcript.js";
import { CallData } from "./call-data.js";
import type { CardActions, CardOptions, card } from "./card.js";
import type { ExportController } from "./exporting.js";
import type { RenewalController } from "./renewal.js";
import type { Shown } from "./shown.js";
import { callStyles } from "./styles.js";

/**
 * One call: live while it is in progress, then with all its results.
 *
 * @tag ninjahire-call
 * @attr {"empty" | "loading" | "error" | "done"} state - The current state (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the export menu.
 * @slot empty - Replaces the message that no call is chosen.
 * @slot error - Replaces the error message.
 *
 * @csspart base - The whole element.
 * @csspart header - Title, status and score.
 * @csspart title - The heading.
 * @csspart pill - Status and assessment; also `status`, `assessment`.
 * @csspart score - The score, as text and as a ring; `dial` is the ring.
 * @csspart toolbar - The masking switch and the export menu.
 * @csspart contents - The links to the sections, if all sections are in one column.
 * @csspart section - Each section; also `digest`, `breakdown`, `questions`, `recording`, `transcript`.
 * @csspart heading - Each section's heading.
 * @csspart question - One question with its answer.
 * @csspart category - One category of the breakdown.
 * @csspart chip - A score in its original form.
 * @csspart quote - Words that a text quotes.
 * @csspart said - The words of an answer.
 * @csspart evidence - The link to where a question was asked.
 * @csspart picture - The picture of the conversation; also `strip`, `marker`.
 * @csspart review - The buttons that go from question to question.
 * @csspart elapsed - How long the call has been going on.
 * @csspart reason - Why the server refused.
 * @csspart silence - The message that the service does not answer.
 * @csspart saved - The message that a file was saved.
 * @csspart keys - The list of keys.
 * @csspart audio - The recording's media element; also `player`, `position`, `player-time`, `play`, `speed`.
 * @csspart empty - The message that there is nothing to show.
 * @csspart skeleton - The placeholder while content loads.
 * @csspart error - The error message.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--ninjahire-sticky-top=0px] - The height of the page's own bars at the top of the window.
 * @cssprop [--ninjahire-bot=light-dark(#5a6472, #a2adbb)] - The interviewer in the picture.
 * @cssprop [--ninjahire-human=light-dark(#2456c7, #9dbcff)] - The candidate in the picture.
 *
 * @fires {CallUpdatedEvent} ninjahire-call-updated - The call has changed.
 * @fires {CallCompletedEvent} ninjahire-call-completed - The call has ended and is assessed.
 * @fires {CallErrorEvent} ninjahire-call-error - The call could not be loaded or followed.
 */
export class NinjahireCall extends CallData {
  /** @internal */
  static override styles = [tokens, callStyles];

  /** The candidate's name, for the heading and the names of files. */
  @property({ attribute: "candidate-name" }) candidateName: string | null | undefined = null;
  /** The title of the job. */
  @property({ attribute: "job-title" }) jobTitle: string | null | undefined = null;
  /** The level of the heading in the page's outline. */
  @property({ attribute: "heading-level", type: Number }) headingLevel: number = 2;
  /** Whether a masked call still shows its recording. Masking does not change voices. */
  @property({ attribute: "masked-recording" }) maskedRecording: "hide" | "show" | null | undefined =
    null;
  /**
   * Gives each turn a link to itself: `#`, this prefix and the turn's number. Goes to the turn in
   * the page's address.
   */
  @property({ attribute: "anchor-prefix" }) anchorPrefix: string | null | undefined = null;
  /** Turns single-key shortcuts off. */
  @property({ type: Boolean }) nohotkeys: boolean = false;
  /** The media element that the transcript seeks. @internal */
  @state() media: HTMLMediaElement | null = null;
  /** The reader's current turn. @internal */
  @state() at: number | undefined;
  /** The reader's current question. @internal */
  @state() question: number | undefined;
  /** The function that draws a call. It loads while the call does. @internal */
  @state() card: typeof card | undefined;
  /** The list of keys, while it is open. @internal */
  @state() keys: unknown = nothing;

  /** If narrower than this, all is in one column. The style sheet has the same width. */
  readonly #width = new NarrowController(this, 58);
  /** Loaded together with {@link card}: only a call that is drawn needs it. */
  #renewal: RenewalController | undefined;
  #exporting: ExportController | undefined;
  #status: string | null | undefined;
  #drawn: Shown | null = null;

  constructor() {
    super();
    new Ticking(this, () => {
      const state = this.visible && this.stateOf(this.visible.call);
      return state === "live" ? 1_000 : state === "silent" || state === "assessing" ? 60_000 : 0;
    });
    new HotkeyController(this, () => (this.nohotkeys ? undefined : this.#hotkeys));
    this.addEventListener("ninjahire-turn", (event) => (this.at = event.detail.turn.index));
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>("[part=title]")?.focus(options);
  }

  /** Goes to a question, by its index, in the list and in the transcript. */
  goToQuestion(index: number): void {
    this.question = index;
    const found = this.evidence.found?.find((one) => one.question === index);
    if (!found) return;
    const places = [...found.asks, ...found.answers];
    // Masking changes the text, so ranges in the original text no longer fit.
    if (places.length)
      this.#actions.goToTurn(places[0]!.turn, { ranges: this.masked ? [] : places });
  }

  /**
   * Moves by `by` questions among those that were found in the transcript. Returns whether there
   * are any.
   */
  nextQuestion(by = 1): boolean {
    const asked = askedInOrder(this.evidence.found ?? []);
    if (!asked.length) return false;
    const at = asked.findIndex(({ question }) => question === this.question);
    const next = at < 0 ? (by > 0 ? 0 : asked.length - 1) : at + by;
    const wanted = asked[(next + asked.length) % asked.length]!;
    this.goToQuestion(wanted.question);
    return true;
  }

  /** @internal */
  protected get hasContent(): boolean {
    return !!this.#toDraw && !!this.card;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.card && !this.isEmpty) void this.#loadCard();
    if (this.shown?.call.recording_url) void this.#loadPlayer();
    if (this.shown?.turns.length) void import("../picture/define.js").catch(() => {});
  }

  async #loadPlayer(): Promise<void> {
    if (customElements.get("ninjahire-player")) return;
    try {
      await import("../player/define.js");
      this.requestUpdate();
    } catch {
      this.helpersFailed = true;
    }
  }

  async #loadCard(): Promise<void> {
    try {
      const { card, cardStyles, findingsStyles, ...controllers } = await import("./card.js");
      // The first date format takes `Intl` longer than a frame, so the task that draws must not
      // make it.
      await giveWay();
      formatMoment(this.locale, Date.now(), Date.now());
      await giveWay();
      if (this.card) return;
      for (const styles of [cardStyles, findingsStyles]) this.adopt(styles);
      this.#exporting = new controllers.ExportController(this, {
        options: () => this.#exportOptions(),
        done: (hasWorked, name) => {
          this.helpersFailed = !hasWorked;
          if (name) this.announce(this.t("saved", { name }));
        },
      });
      this.#renewal = new controllers.RenewalController(this, {
        client: () => this.usedClient,
        call: () => this.shown?.call,
        renewed: (recording_url) => {
          const { shown } = this;
          if (shown) this.shown = { ...shown, call: { ...shown.call, recording_url } };
        },
        failed: (error) => this.emit("ninjahire-call-error", { error }),
      });
      this.card = card;
    } catch (error) {
      this.error ??= error;
    }
  }

  /**
   * The call to draw. While details are being masked, it stays in the page unseen and keeps the
   * reader's position.
   */
  get #toDraw(): Shown | null {
    const { visible, shown } = this;
    const isSameCall = this.#drawn?.call.call_id === shown?.call.call_id;
    return visible ?? (isSameCall ? this.#drawn : null);
  }

  /** @internal */
  protected override forget(): void {
    super.forget();
    this.#drawn = null;
    this.at = this.question = this.#status = undefined;
    this.#renewal?.forget();
    this.#exporting?.forget();
  }

  get #transcript(): NinjahireTranscript | null {
    return this.shadowRoot!.querySelector<NinjahireTranscript>("ninjahire-transcript");
  }

  get #player(): NinjahirePlayer | null {
    return this.shadowRoot?.querySelector<NinjahirePlayer>("ninjahire-player:defined") ?? null;
  }

  readonly #actions: CardActions = {
    goToTurn: (turn, { focus = true, ranges = [] }) => {
      this.at = turn;
      this.#transcript?.jumpTo(turn, { focus, ranges });
    },
    goToQuestion: (index) => this.goToQuestion(index),
    nextQuestion: (by) => void this.nextQuestion(by),
    backToQuestion: () => this.focusOn(`[data-question="${this.question}"]`),
    goToSection: (name) => this.#goToSection(name),
  };

  /** Scrolls to a section's heading and moves the focus to it. */
  #goToSection(name: StringName): void {
    const heading = this.shadowRoot!.querySelector<HTMLElement>(`.section.${name} > .heading`);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  #hotkeys = {
    "/": () => this.#transcript?.focusSearch(),
    n: () => this.#transcript?.nextMatch(),
    N: () => this.#transcript?.nextMatch(-1),
    j: () => this.#transcript?.nextTurn(),
    k: () => this.#transcript?.nextTurn(-1),
    "[": () => this.nextQuestion(-1),
    "]": () => this.nextQuestion(),
    " ": () => (this.#player ? this.#player.toggle() : false),
    ArrowLeft: () => (this.#player ? this.#player.skip(-10) : false),
    ArrowRight: () => (this.#player ? this.#player.skip(10) : false),
    "?": () => this.#listKeys(),
  };

  #listKeys = (): void => {
    void import("../shared/keys-dialog.js").then(({ keysDialog, keysStyles }) => {
      this.adopt(keysStyles);
      this.keys = keysDialog(() => (this.keys = nothing), this.t);
    });
  };

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The player may appear later than its call, so look it up after each update.
    this.media = this.#player?.media ?? null;
    this.shadowRoot!.querySelector<HTMLDialogElement>("dialog:not([open])")?.showModal?.();
    const status = this.shown?.call.call_status;
    if (status === this.#status) return;
    if (this.#status !== undefined && status) {
      this.announce(this.t("statusIs", { status: wordFor("status", status, this.t)[0] }));
    }
    this.#status = status;
  }

  /** @internal */
  protected override render(): unknown {
    return html`<slot name="header"></slot>
      <article part="base" class="card base">
        ${this.contents(
          () => this.card!(this.#cardOptions((this.#drawn = this.#toDraw!))),
          this.error,
          () => this.reload(),
          "callEmpty",
        )}
      </article>
      ${this.keys} ${this.status}`;
  }

  /** @internal */
  protected override skeleton(): unknown {
    const lines = (n: number) => html`<span class="bones">${Array(n).fill(bone)}</span>`;
    return html`<span class="bones short">${bone}${bone}</span>
      <span class="columns two">${lines(9)}${lines(9)}</span>`;
  }

  #exportOptions() {
    const { visible } = this;
    if (!visible) return undefined;
    const date = this.date;
    const day = date === null ? [] : [formatsOf(this.locale).dates.format(date)];
    const job = this.jobTitle ? [this.jobTitle] : [];
    const facts = [this.candidateName ?? this.t("call"), ...job, ...day];
    return { ...visible, facts, speaker: (turn: Turn) => speakerOf(turn, this.t) };
  }

  #cardOptions(shown: Shown): CardOptions {
    const { t, masked } = this;
    const { saved } = this.#exporting!;
    const { state, cannotPlay, renew } = this.#renewal!;
    return {
      shown,
      state: this.stateOf(shown.call),
      date: this.date,
      sightings: this.sightings,
      candidate: this.candidateName ?? null,
      job: this.jobTitle ?? null,
      level: this.headingLevel || 2,
      notices: this.#notices(),
      toolbar: {
        isMasked: masked,
        maskedCount: this.maskedCount,
        toggleMasked: () => (this.masked = !masked),
        hasFailed: this.helpersFailed,
        saved: saved && t("saved", { name: saved }),
        listKeys: this.nohotkeys ? undefined : this.#listKeys,
        exportMenu: this.#exporting!.menu(t),
        t,
      },
      recording: {
        state,
        isHidden: masked && this.maskedRecording !== "show",
        cannotPlay,
        renew: this.usedClient && renew,
      },
      isHiding: this.isHiding,
      isNarrow: this.#width.isNarrow,
      evidence: this.evidence,
      turn: this.at,
      question: this.question,
      media: this.media,
      anchorPrefix: this.anchorPrefix,
      actions: this.#actions,
      locale: this.locale,
      strings: this.usedStrings,
      numeral: (value) => this.numeral(value),
      t,
    };
  }

  #notices(): unknown {
    const { error } = this;
    const failure = () => this.failure(error, () => this.reload(), "updatesStopped");
    return [error ? html`<div class="pad">${failure()}</div>` : nothing, this.silence()];
  }
}
