import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { CallDetails, QuestionRow, SummaryRow, Turn } from "../../index.js";
import type { QuestionEvent, TurnEvent } from "../events.js";
import type { StringName } from "../i18n/strings.js";
import { askedInOrder } from "../shared/asked.js";
import { bone } from "../shared/base.js";
import { type CallState, callState, dateOfCall, millisecondsOf } from "../shared/call-state.js";
import { init, parseQuestions, parseSummary, parseTranscript } from "../shared/core.js";
import { CallFollower } from "../shared/follow-call.js";
import { formatClock, formatMoment, formatsOf } from "../shared/format.js";
import { HotkeyController } from "../shared/hotkeys.js";
import { icon } from "../shared/icons.js";
import { LoadingElement } from "../shared/loader.js";
import { button, wordFor } from "../shared/parts.js";
import { type Evidence, type Match, reading } from "../shared/reading.js";
import { Ticking } from "../shared/ticking.js";
import { tokens } from "../shared/tokens.js";
import type { NinjahirePlayer } from "../player/player.js";
import type { NinjahireTranscript } from "../transcript/transcript.js";
import type { findings } from "./findings.js";
import type { ExportKind, exportList } from "./export-menu.js";
import { header } from "./header.js";
import { type RecordingState, recording } from "./recording.js";
import { callStyles } from "./styles.js";

/** A call as it is drawn. */
export interface Shown {
  call: CallDetails;
  turns: readonly Turn[];
  questions: QuestionRow[];
  summary: SummaryRow[];
  /** Whether something could not be read. */
  hasProblems: boolean;
}

/**
 * One call: live while it is in progress, then with all that came of it.
 *
 * @tag ninjahire-call
 * @attr {"empty" | "loading" | "error" | "done"} state - What it shows now (read only).
 *
 * @slot header - Above everything.
 * @slot actions - Beside the export menu.
 * @slot empty - Instead of the words that no call is chosen.
 * @slot error - Instead of what went wrong.
 *
 * @csspart base - Everything.
 * @csspart header - Title, status and score.
 * @csspart title - The heading.
 * @csspart pill - Status and assessment; also `status`, `assessment`.
 * @csspart score - The score, as text and as a ring; `dial` is the ring.
 * @csspart toolbar - The masking switch and the export menu.
 * @csspart section - Each section; also `digest`, `breakdown`, `questions`, `recording`, `transcript`.
 * @csspart heading - Each section's heading.
 * @csspart question - One question with its answer.
 * @csspart category - One category of the breakdown.
 * @csspart chip - A score as it was given.
 * @csspart quote - Words that a text quotes.
 * @csspart said - The words of an answer.
 * @csspart evidence - The link to where it was asked.
 * @csspart picture - The picture of the conversation; also `strip`, `marker`.
 * @csspart review - The way from question to question.
 * @csspart elapsed - How long the call has been going on.
 * @csspart reason - Why the server refused.
 * @csspart silence - That the service does not answer.
 * @csspart saved - That a file was saved.
 * @csspart keys - The list of keys.
 * @csspart audio - The recording's media element; also `player`, `position`, `player-time`, `play`, `speed`.
 * @csspart empty - That there is nothing.
 * @csspart skeleton - The shape of what is coming.
 * @csspart error - What went wrong.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--ninjahire-sticky-top=0px] - How much of the window's top is covered by the page's own bars.
 * @cssprop [--ninjahire-bot=light-dark(#5a6472, #a2adbb)] - The interviewer in the picture.
 * @cssprop [--ninjahire-human=light-dark(#2456c7, #9dbcff)] - The candidate in the picture.
 *
 * @fires {CallUpdatedEvent} ninjahire-call-updated - The call has moved on.
 * @fires {CallCompletedEvent} ninjahire-call-completed - The call has ended and is assessed.
 * @fires {CallErrorEvent} ninjahire-call-error - It could not be loaded or followed.
 */
export class NinjahireCall extends LoadingElement {
  /** @internal */
  static override styles = [tokens, callStyles];

  /** The call to show and follow. */
  @property({ attribute: "call-id" }) callId: string | null = null;
  /** A call to show as it is, in place of one to load. */
  @property({ attribute: false }) call: CallDetails | null = null;
  /** Whose call it is: the heading, and the name of files. */
  @property({ attribute: "candidate-name" }) candidateName: string | null = null;
  /** What the job is called. */
  @property({ attribute: "job-title" }) jobTitle: string | null = null;
  /** When the call was: a date, its text or its milliseconds; the vendor documents none. */
  @property({ attribute: "call-date" }) callDate: Date | string | number | null = null;
  /** The level of its heading, for the page's outline. */
  @property({ attribute: "heading-level", type: Number }) headingLevel: number = 2;
  /** Whether contact details are hidden. */
  @property({ type: Boolean }) masked: boolean = false;
  /** Whether a masked call still has its recording: voices are not masked. */
  @property({ attribute: "masked-recording" }) maskedRecording: "hide" | "show" | null = null;
  /** Gives each turn a link to itself, `#` and this and its number, and goes to that of the address. */
  @property({ attribute: "anchor-prefix" }) anchorPrefix: string | null = null;
  /** Single keys do nothing. */
  @property({ type: Boolean }) nohotkeys: boolean = false;
  /** @internal */
  @state() shown: Shown | null = null;
  /** @internal */
  @state() veiled: { of: Shown; shown: Shown; count: number } | null = null;
  /** Where the questions were asked; not known yet. @internal */
  @state() evidence: readonly Evidence[] | undefined;
  /** @internal */
  @state() helpersFailed: boolean = false;
  /** What the transcript seeks. @internal */
  @state() media: HTMLMediaElement | null = null;
  /** @internal */
  @state() recording: RecordingState = "";
  /** The turn and the question that the reader is at. @internal */
  @state() at: number | undefined;
  /** @internal */
  @state() question: number | undefined;
  /** @internal */
  @state() saved: string = "";
  /** What draws what came of a call: loaded while the call is. @internal */
  @state() findings: typeof findings | undefined;
  /** What the export menu offers, once it was opened. @internal */
  @state() exports: typeof exportList | undefined;
  /** The list of keys, while it is open. @internal */
  @state() keys: unknown = nothing;

  readonly #follower = new CallFollower(this);
  #isOver = true;
  #status: string | null | undefined;
  /** When it was last seen to change, or first seen. */
  #seenAt: number | null = null;
  /** When it was seen to begin. */
  #begunAt: number | null = null;
  /** It was followed while it went on: what comes later must not move what is read. */
  #wasLive = false;
  #hasRenewed = false;

  constructor() {
    super();
    new Ticking(this, () => {
      const state = this.#visible && this.#state(this.#visible.call);
      return state === "live" ? 1_000 : state === "silent" || state === "assessing" ? 60_000 : 0;
    });
    new HotkeyController(this, () => (this.nohotkeys ? undefined : this.#hotkeys));
    this.addEventListener("ninjahire-turn", (event) => (this.at = event.detail.turn.index));
  }

  /** @internal */
  protected override detached(): void {
    super.detached();
    this.reload();
  }

  /** Loads the call anew. */
  override reload(): void {
    super.reload();
    if (this.call) this.requestUpdate("call");
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>("[part=title]")?.focus(options);
  }

  /** Goes to a question, by its index, in the list and in the transcript. */
  goToQuestion(index: number): void {
    const found = this.evidence?.find((one) => one.question === index);
    this.question = index;
    if (found) this.#reveal(found);
  }

  /** Goes to the next question that was found in the transcript, or by so many. */
  nextQuestion(by = 1): boolean {
    const asked = askedInOrder(this.evidence ?? []);
    if (!asked.length) return false;
    const at = asked.findIndex(({ question }) => question === this.question);
    const next = at < 0 ? (by > 0 ? 0 : asked.length - 1) : at + by;
    const wanted = asked[(next + asked.length) % asked.length]!;
    this.goToQuestion(wanted.question);
    return true;
  }

  /** @internal */
  protected get source(): string {
    return this.call ? "" : (this.callId ?? "");
  }

  /** @internal */
  protected get hasContent(): boolean {
    return !!this.#visible && !!this.findings;
  }

  /** @internal */
  protected get isEmpty(): boolean {
    return !this.call && !this.callId;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (!this.findings && !this.isEmpty) void this.#loadFindings();
    if (changed.has("callId")) this.#forget();
    if (changed.has("call")) {
      if (this.call) void this.#take(this.call);
      else if (changed.get("call")) this.#forget();
    }
    super.willUpdate(changed);
    if (this.masked && this.shown && this.veiled?.of !== this.shown) void this.#mask(this.shown);
    if (changed.has("shown")) void this.#link();
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

  async #loadFindings(): Promise<void> {
    try {
      const { findings, findingsStyles } = await import("./findings.js");
      if (!this.findings) this.adopt(findingsStyles);
      this.findings = findings;
    } catch (error) {
      this.error ??= error;
    }
  }

  /** Nothing of the last call is this one's. */
  #forget(): void {
    this.shown = this.veiled = null;
    this.evidence = this.at = this.question = undefined;
    this.recording = this.saved = "";
    this.#status = undefined;
    this.#seenAt = this.#begunAt = null;
    this.#wasLive = this.#hasRenewed = false;
  }

  /** @internal */
  protected begin(callId: string): void {
    this.#follower.stop();
    this.error = undefined;
    this.#isOver = !callId;
    if (!callId) return;
    let last: CallDetails | undefined;
    const end = () => {
      this.#isOver = true;
      this.requestUpdate();
    };
    this.#follower.follow(this.usedClient!, callId, "assessed", {
      update: (update) => {
        const { call, newTurns, changed } = update;
        const from = newTurns[0]?.index ?? (changed.transcript === "rewritten" ? 0 : Infinity);
        const known = last ? (this.shown?.turns ?? []) : [];
        last = call;
        this.answered();
        this.error = undefined;
        this.#show(call, known.slice(0, from).concat(newTurns));
        this.emit("ninjahire-call-updated", update);
      },
      stale: (stale) => (this.isSilent = !!stale),
      end: () => {
        end();
        this.emit("ninjahire-call-completed", { call: last! });
      },
      error: (error) => {
        end();
        // A call that nobody ever assesses is no failure.
        if (
          last &&
          last.call_status !== "call_in_progress" &&
          (error as { code?: string }).code === "deadline"
        )
          return;
        this.reportFailure(error);
      },
    });
  }

  /** @internal */
  protected override halt(): void {
    this.#follower.stop();
  }

  async #take(call: CallDetails): Promise<void> {
    try {
      await init();
      if (call !== this.call) return;
      this.error = undefined;
      this.#show(call, parseTranscript(call.transcript ?? ""));
    } catch (error) {
      this.error = error;
    }
  }

  #show(call: CallDetails, turns: readonly Turn[]): void {
    const questions = parseQuestions(call.questions_response);
    const summary = parseSummary(call.call_summary);
    const isLive = call.call_status === "call_in_progress";
    if (this.shown?.turns.length !== turns.length) {
      if (isLive && !turns.length) this.#begunAt ??= Date.now();
      // That it is seen for the first time is no news of it, where it is known how old it is.
      if (this.shown || (dateOfCall(call) ?? millisecondsOf(this.callDate)) === null)
        this.#seenAt = Date.now();
    }
    this.#wasLive ||= isLive;
    this.shown = {
      call,
      turns,
      questions: questions.rows,
      summary: summary.rows,
      hasProblems: questions.problems.length + summary.problems.length > 0,
    };
  }

  async #mask(shown: Shown): Promise<void> {
    try {
      const { maskCall } = await import("./mask.js");
      const veiled = await maskCall(await reading(), shown);
      if (shown !== this.shown) return;
      this.helpersFailed = false;
      this.veiled = { of: shown, ...veiled };
      this.announce(this.t("masked", { n: veiled.count }));
    } catch {
      // What cannot be hidden is not shown as if it were.
      this.masked = false;
      this.helpersFailed = true;
    }
  }

  /** Where each question was asked: known once the call is over. */
  async #link(): Promise<void> {
    const { shown } = this;
    if (
      !shown?.questions.length ||
      !shown.turns.length ||
      shown.call.call_status === "call_in_progress"
    )
      return;
    try {
      const { linkEvidence } = await reading();
      const evidence = await linkEvidence(shown.turns, shown.questions);
      if (shown === this.shown) this.evidence = evidence;
    } catch {
      this.evidence = [];
    }
  }

  /** What may be seen: while details are still being hidden, nothing. */
  get #visible(): Shown | null {
    if (!this.masked) return this.shown;
    // Of a live call, the last one that is hidden through.
    return this.veiled?.shown ?? null;
  }

  get #date(): number | null {
    const { shown } = this;
    return millisecondsOf(this.callDate) ?? (shown && dateOfCall(shown.call));
  }

  #state(call: CallDetails): CallState {
    return callState(call, {
      date: this.#date,
      seenAt: this.#seenAt,
      isFollowed: !this.#isOver,
      now: Date.now(),
    });
  }

  #renew = async () => {
    const { call_id, recording_url } = this.shown!.call;
    this.recording = "loading";
    try {
      const call = await this.usedClient!.getCallDetails(call_id);
      const { shown } = this;
      if (shown?.call.call_id !== call_id) return;
      this.recording = call.recording_url === recording_url ? "gone" : "";
      this.shown = { ...shown, call: { ...shown.call, recording_url: call.recording_url } };
    } catch (error) {
      this.recording = "gone";
      this.emit("ninjahire-call-error", { error });
    }
  };

  /** A link that has expired is renewed once; then somebody is asked. */
  #cannotPlay = () => {
    if (this.recording === "loading") return;
    if (!this.usedClient || this.#hasRenewed) {
      this.recording = "gone";
      return;
    }
    this.#hasRenewed = true;
    void this.#renew();
  };

  get #transcript(): NinjahireTranscript | null {
    return this.shadowRoot!.querySelector("ninjahire-transcript");
  }

  get #player(): NinjahirePlayer | null {
    return this.shadowRoot?.querySelector<NinjahirePlayer>("ninjahire-player:defined") ?? null;
  }

  #reveal({ question, asks, answers }: Evidence): void {
    const places = [...asks, ...answers];
    this.question = question;
    // What is hidden has moved the rest.
    this.#goTo(places[0]!.turn, { ranges: this.masked ? [] : places });
  }

  #goTo(turn: number, { focus = true, ranges = [] as readonly Match[] } = {}): void {
    this.at = turn;
    this.#transcript?.jumpTo(turn, { focus, ranges });
  }

  /** Back from the transcript to the question. */
  #backToQuestion = () => {
    const row = this.shadowRoot!.querySelector<HTMLElement>(`[data-question="${this.question}"]`);
    row?.focus();
  };

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

  #listKeys(): void {
    void import("../shared/keys-dialog.js").then(({ keysDialog, keysStyles }) => {
      this.adopt(keysStyles);
      this.keys = keysDialog(() => (this.keys = nothing), this.t);
    });
  }

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The player that is there now, however late it came.
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
          () => this.#card(this.#visible!),
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

  #section(name: StringName, content: unknown): unknown {
    return content
      ? html`<section part=${`section ${name}`} class=${`section ${name}`}>
          <p part="heading" class="heading" role="heading" aria-level=${this.headingLevel + 1}>
            ${this.t(name)}
          </p>
          ${content}
        </section>`
      : nothing;
  }

  #moment(at: number | null): string {
    return at === null ? "" : formatMoment(this.locale, at, Date.now());
  }

  #card(shown: Shown): unknown {
    const { call } = shown;
    const state = this.#state(call);
    const begunAt = this.#date ?? this.#begunAt;
    const elapsed =
      state === "live" && begunAt !== null && begunAt < Date.now()
        ? formatClock(this.locale, (Date.now() - begunAt) / 1000)
        : "";
    return html`${header({
        call,
        candidate: this.candidateName,
        job: this.jobTitle,
        date: this.#moment(this.#date),
        state,
        newsAt: this.#moment(Math.max(this.#date ?? 0, this.#seenAt ?? 0)),
        elapsed,
        level: this.headingLevel,
        t: this.t,
      })}
      ${
        this.error
          ? html`<div class="pad">
              ${this.failure(this.error, () => this.reload(), "updatesStopped")}
            </div>`
          : nothing
      }
      ${this.silence()} ${this.#toolbar(shown)}
      <div class=${`columns two ${this.#wasLive ? "wasLive" : ""}`}>
        <div class="findings">${this.#findings(shown)}</div>
        <div class="record"><div>${this.#record(shown)}</div></div>
      </div>`;
  }

  #toolbar(shown: Shown): unknown {
    const { t, masked } = this;
    return html`<div part="toolbar" class="row pad tools">
      <button
        type="button"
        part="mask"
        class="switch bare"
        role="switch"
        aria-checked=${masked}
        @click=${() => (this.masked = !masked)}
      >
        <i></i>${t("mask")}
      </button>
      ${masked && this.veiled ? html`<span class="small muted">${t("masked", { n: this.veiled.count })}</span>` : nothing}
      ${this.helpersFailed ? html`<span class="small bad" role="alert">${t("errorReading")}</span>` : nothing}
      ${this.saved ? html`<span part="saved" class="small muted">${this.saved}</span>` : nothing}
      <span class="row end"
        ><slot name="actions"></slot> ${
          this.nohotkeys
            ? nothing
            : button(icon("keys"), () => this.#listKeys(), "bare icon", "button", t("keys"))
        }
        <details
          class="menu"
          part="export"
          @toggle=${this.#loadExports}
          @keydown=${closeByKey}
          @focusout=${closeBehind}
        >
          <summary>${icon("save")}${t("export")}</summary>
          ${this.exports?.(shown.turns, t, (kind) => this.#export(kind, shown)) ?? nothing}
        </details></span
      >
    </div>`;
  }

  #loadExports = async () => {
    try {
      this.exports ??= (await import("./export-menu.js")).exportList;
    } catch {
      this.helpersFailed = true;
    }
  };

  async #export(kind: ExportKind, { call, turns }: Shown): Promise<void> {
    const date = this.#date;
    const facts = [
      this.candidateName ?? this.t("call"),
      this.jobTitle,
      date === null ? null : formatsOf(this.locale).dates.format(date),
    ].filter((fact) => fact !== null);
    try {
      const { exportCall } = await import("./export.js");
      const speaker = (turn: Turn) => this.#speaker(turn);
      const name = await exportCall(kind, { call, turns, facts, speaker });
      this.helpersFailed = false;
      this.saved = name && this.t("saved", { name });
      if (name) this.announce(this.saved);
    } catch {
      this.helpersFailed = true;
    }
  }

  #speaker({ role, label }: Turn): string {
    if (role === "bot" || role === "human") return this.t(role);
    return label ?? this.t("unknown");
  }

  /** Where a question was asked, in the turns that are shown. */
  #found(question: number, turns: readonly Turn[]): Evidence | null | undefined {
    const { evidence } = this;
    if (!evidence) return undefined;
    const found = evidence.find(
      (one) => one.question === question && one.asks.length + one.answers.length,
    );
    if (!found) return null;
    if (!this.masked) return found;
    // What is hidden has moved the rest: the whole turn is shown.
    const answers = found.answers.map(({ turn }) => ({
      turn,
      start: 0,
      end: turns[turn]?.text.length ?? 0,
    }));
    return { ...found, answers };
  }

  /** What came of the call. */
  #findings(shown: Shown): unknown {
    return this.findings!({
      ...shown,
      locale: this.locale,
      t: this.t,
      current: this.question,
      numeral: (value) => this.numeral(value),
      section: (name, content) => this.#section(name, content),
      found: (question) => this.#found(question, shown.turns),
      reveal: (question) => this.goToQuestion(question),
      show: (said) => this.#goTo(said.turn, { ranges: [said] }),
    });
  }

  /** What was said. */
  #record({ call, turns, questions }: Shown): unknown {
    const { recording_url } = call;
    const { t } = this;
    return [
      this.#section(
        "recording",
        recording_url &&
          recording({
            url: recording_url,
            state: this.recording,
            isHidden: this.masked && this.maskedRecording !== "show",
            gone: this.#cannotPlay,
            renew: this.usedClient && this.#renew,
            t,
          }),
      ),
      this.#section(
        "transcript",
        html`${turns.length > 1 ? this.#picture(turns, questions) : nothing}
          ${this.#review(questions)}
          <ninjahire-transcript
            exportparts="toolbar:transcript-toolbar,search,search-input,search-count,button,scroller,turns,turn,turn-bot,turn-human,turn-other,turn-unknown,turn-again,speaker,time,anchor,text,latest,empty:transcript-empty"
            nohotkeys
            .player=${this.media}
            .strings=${this.usedStrings}
            .anchorPrefix=${this.anchorPrefix}
            .credit=${[this.candidateName ?? t("call"), this.jobTitle, this.#moment(this.#date)].filter(Boolean).join(" · ")}
            .live=${call.call_status === "call_in_progress"}
            .turns=${turns}
          ></ninjahire-transcript>`,
      ),
    ];
  }

  #picture(turns: readonly Turn[], questions: readonly QuestionRow[]): unknown {
    return html`<ninjahire-picture
      exportparts="picture,strip,stretch,marker"
      .strings=${this.usedStrings}
      .turns=${turns}
      .questions=${questions}
      .evidence=${this.evidence ?? []}
      .current=${this.at ?? null}
      .question=${this.question ?? null}
      @ninjahire-turn=${({ detail }: TurnEvent) => this.#goTo(detail.turn.index, { focus: false })}
      @ninjahire-question=${({ detail }: QuestionEvent) => this.goToQuestion(detail.question)}
    ></ninjahire-picture>`;
  }

  /** From question to question, and back. */
  #review(questions: readonly QuestionRow[]): unknown {
    if (!this.shown!.turns.length) return nothing;
    // The room is kept from the start, so that questions that come later move nothing.
    if (!questions.length) return this.#wasLive ? html`<div class="review"></div>` : nothing;
    const { t, question: at } = this;
    const n = askedInOrder(this.evidence ?? []).length;
    const step = (by: number, name: StringName, sign: "back" | "on") =>
      button(icon(sign), () => this.nextQuestion(by), "icon flip", "button", t(name), !n);
    return html`<div part="review" class="row review">
      ${step(-1, "previousQuestion", "back")}
      <span class="small" role="status">
        ${
          at === undefined
            ? t("questionsFound", { n, of: questions.length })
            : t("questionAt", { n: at + 1, of: questions.length })
        }
      </span>
      ${step(1, "nextQuestion", "on")}
      ${
        at === undefined
          ? nothing
          : button(t("backToQuestion"), this.#backToQuestion, "link small", "back")
      }
    </div>`;
  }
}

function closeByKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closeBehind(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}
