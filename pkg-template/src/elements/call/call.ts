import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { CallDetails, QuestionRow, SummaryRow, Turn } from "../../index.js";
import type { StringName } from "../i18n/strings.js";
import { init, parseQuestions, parseSummary, parseTranscript } from "../shared/core.js";
import { CallFollower } from "../shared/follow-call.js";
import { LoadingElement } from "../shared/loader.js";
import { wordFor } from "../shared/parts.js";
import { type Evidence, reading } from "../shared/reading.js";
import { tokens } from "../shared/tokens.js";
import type { NinjahireTranscript } from "../transcript/transcript.js";
import { category, question } from "./answers.js";
import { exportMenu } from "./export-menu.js";
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
 * @csspart evidence - The link to where it was asked.
 * @csspart audio - The player.
 * @csspart empty - That there is nothing.
 * @csspart skeleton - The shape of what is coming.
 * @csspart error - What went wrong.
 * @csspart retry - The button that tries again.
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
  /** The level of its heading, for the page's outline. */
  @property({ attribute: "heading-level", type: Number }) headingLevel: number = 2;
  /** Whether contact details are hidden. */
  @property({ type: Boolean }) masked: boolean = false;
  /** @internal */
  @state() shown: Shown | null = null;
  /** @internal */
  @state() veiled: { of: Shown; shown: Shown; count: number } | null = null;
  /** @internal */
  @state() evidence: readonly Evidence[] | null = null;
  /** @internal */
  @state() helpersFailed: boolean = false;
  /** @internal */
  @state() recording: RecordingState = "";

  readonly #follower = new CallFollower(this);
  #isOver = true;
  #status: string | null | undefined;

  /** @internal */
  protected override detached(): void {
    this.reload();
  }

  /** Loads the call anew. */
  override reload(): void {
    super.reload();
    if (this.call) this.requestUpdate("call");
  }

  /** @internal */
  protected get source(): string {
    return this.call ? "" : (this.callId ?? "");
  }

  /** @internal */
  protected get hasContent(): boolean {
    return !!this.#visible;
  }

  /** @internal */
  protected get isEmpty(): boolean {
    return !this.call && !this.callId;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("callId")) {
      this.shown = this.veiled = this.evidence = null;
      this.recording = "";
      this.#status = undefined;
    }
    if (changed.has("call")) {
      if (this.call) void this.#take(this.call);
      else if (changed.get("call")) this.shown = null;
    }
    super.willUpdate(changed);
    if (this.masked && this.shown && this.veiled?.of !== this.shown) void this.#mask(this.shown);
    if (changed.has("shown")) void this.#link();
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
        this.error = undefined;
        this.#show(call, known.slice(0, from).concat(newTurns));
        this.emit("ninjahire-call-updated", update);
      },
      end: () => {
        end();
        this.emit("ninjahire-call-completed", { call: last });
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
      this.evidence = null;
    }
  }

  /** What may be seen: while details are still being hidden, nothing. */
  get #visible(): Shown | null {
    if (!this.masked) return this.shown;
    // Of a live call, the last one that is hidden through.
    return this.veiled?.shown ?? null;
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

  #reveal = ({ asks, answers }: Evidence) => {
    const places = [...asks, ...answers];
    // What is hidden has moved the rest.
    const ranges = this.masked ? [] : places;
    const transcript = this.shadowRoot!.querySelector<NinjahireTranscript>("ninjahire-transcript");
    transcript?.jumpTo(places[0]!.turn, { ranges });
  };

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const status = this.shown?.call.call_status;
    if (status === this.#status) return;
    if (this.#status !== undefined && status) {
      this.announce(this.t("statusIs", { status: wordFor("status", status, this.t)[0] }));
    }
    this.#status = status;
    // The transcript seeks the player that is there now.
    this.requestUpdate();
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
      ${this.status}`;
  }

  #section(name: StringName, content: unknown, isShown: unknown = true): unknown {
    return isShown
      ? html`<section part=${`section ${name}`} class=${`section ${name}`}>
          <p part="heading" class="heading" role="heading" aria-level=${this.headingLevel + 1}>
            ${this.t(name)}
          </p>
          ${content}
        </section>`
      : nothing;
  }

  #card(shown: Shown): unknown {
    const { call, questions, summary, hasProblems } = shown;
    const hasFindings = call.call_digest || summary.length || questions.length || hasProblems;
    return html`${header(call, this.headingLevel, !this.#isOver, this.t)}
      ${
        this.error
          ? html`<div class="pad">
              ${this.failure(this.error, () => this.reload(), "updatesStopped")}
            </div>`
          : nothing
      }
      ${this.#toolbar(shown)}
      <div class=${hasFindings ? "columns two" : "columns"}>
        <div>${this.#findings(shown)}</div>
        <div>${this.#record(shown)}</div>
      </div>`;
  }

  #toolbar({ call, turns }: Shown): unknown {
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
      <span class="row end"
        ><slot name="actions"></slot> ${exportMenu(turns, t, async (kind) => {
          try {
            const { exportCall } = await import("./export.js");
            await exportCall(kind, call, turns);
            this.helpersFailed = false;
          } catch {
            this.helpersFailed = true;
          }
        })}</span
      >
    </div>`;
  }

  /** What came of the call. */
  #findings({ call, questions, summary, hasProblems }: Shown): unknown {
    const { t } = this;
    const prose = (text: string | null, look = "prose") =>
      html`<p dir="auto" class=${look}>${text}</p>`;
    return [
      this.#section("digest", prose(call.call_digest), call.call_digest),
      this.#section(
        "breakdown",
        html`<ul class="rows">
          ${summary.map((row) => category(row, t))}
        </ul>`,
        summary.length,
      ),
      this.#section(
        "questions",
        html`<ol class="rows">
          ${questions.map((row, index) => {
            const found = this.evidence?.find(
              (one) => one.question === index && one.asks.length + one.answers.length,
            );
            return question(row, found, this.#reveal, t);
          })}
        </ol>`,
        questions.length,
      ),
      hasProblems
        ? html`<div class="section">
            <p class="small muted">${t("unreadable")}</p>
            ${questions.length || !call.questions_response ? nothing : prose(call.questions_response, "prose small")}
          </div>`
        : nothing,
    ];
  }

  /** What was said. */
  #record({ call, turns }: Shown): unknown {
    const { recording_url } = call;
    return [
      this.#section(
        "recording",
        recording_url &&
          recording(
            recording_url,
            this.recording,
            () => (this.recording = "gone"),
            this.usedClient && this.#renew,
            this.t,
          ),
        recording_url,
      ),
      this.#section(
        "transcript",
        html`<ninjahire-transcript
          exportparts="toolbar:transcript-toolbar,search,search-input,search-count,button,scroller,turns,turn,turn-bot,turn-human,turn-other,turn-unknown,speaker,time,text,latest,empty:transcript-empty"
          .player=${this.shadowRoot?.querySelector("audio") ?? null}
          .strings=${this.usedStrings}
          .live=${call.call_status === "call_in_progress"}
          .turns=${turns}
        ></ninjahire-transcript>`,
      ),
    ];
  }
}
