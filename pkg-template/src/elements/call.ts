import { html, nothing } from "lit";
import {
  type CallDetails,
  type QuestionRow,
  type SummaryRow,
  type Turn,
  init,
  parseQuestions,
  parseSummary,
  parseTranscript,
} from "../index.js";
import { NinjahireElement } from "./base.js";
import { CallWatch } from "./call-watch.js";
import { errorText } from "./errors.js";
import { icons } from "./icons.js";
import { maskCall } from "./mask.js";
import { dial, pill, save, wordFor, webAddress } from "./parts.js";
import { type Evidence, reading } from "./reading.js";
import { callStyles } from "./styles/call.js";
import { tokens } from "./styles/tokens.js";
import type { StringName } from "./strings.js";
import type { NinjahireTranscript } from "./transcript.js";

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
 * @attr {string} call-id - The call to show and follow.
 * @attr {boolean} masked - Contact details are hidden.
 * @attr {number} heading-level - The level of its heading, for the page's outline. Default 2.
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
 * @fires {CustomEvent<CallUpdate>} ninjahire-call-updated - The call has moved on.
 * @fires {CustomEvent<{ call: CallDetails }>} ninjahire-call-completed - The call has ended and is assessed.
 * @fires {CustomEvent<{ error: unknown }>} ninjahire-call-error - It could not be loaded or followed.
 */
export class NinjahireCall extends NinjahireElement {
  /** @internal */
  static override properties = {
    callId: { attribute: "call-id" },
    call: { attribute: false },
    headingLevel: { attribute: "heading-level", type: Number },
    masked: { type: Boolean },
    shown: { state: true },
    veiled: { state: true },
    error: { state: true },
    evidence: { state: true },
    helpersFailed: { state: true },
    recording: { state: true },
  };
  /** @internal */
  static styles = [tokens, callStyles];

  /** The call to show and follow. */
  declare callId: string | null;
  /** A call to show as it is, in place of one to load. */
  declare call: CallDetails | null;
  declare headingLevel: number;
  /** Whether contact details are hidden. */
  declare masked: boolean;
  /** @internal */
  declare shown: Shown | null;
  /** @internal */
  declare veiled: { of: Shown; shown: Shown; count: number } | null;
  /** @internal */
  declare error: unknown;
  /** @internal */
  declare evidence: readonly Evidence[] | null;
  /** @internal */
  declare helpersFailed: boolean;
  /** @internal */
  declare recording: "" | "gone" | "loading";

  #watch = new CallWatch();
  #following = "";
  #isOver = false;
  #client: unknown;
  #status: string | null | undefined;

  constructor() {
    super();
    this.call = this.shown = this.veiled = this.evidence = null;
    this.headingLevel = 2;
    this.masked = this.helpersFailed = false;
    this.recording = "";
  }

  /** @internal */
  protected override detached(): void {
    this.#watch.stop();
    this.#following = "";
  }

  /** Loads the call anew. */
  reload(): void {
    this.#following = "";
    this.error = undefined;
    this.requestUpdate();
  }

  /** @internal */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("callId")) {
      this.shown = this.veiled = this.evidence = null;
      this.error = undefined;
      this.recording = "";
      this.#status = undefined;
    }
    if (changed.has("call")) {
      if (this.call) void this.#take(this.call);
      else if (changed.get("call")) this.shown = null;
    }
    this.#follow();
    if (this.masked && this.shown && this.veiled?.of !== this.shown) void this.#mask(this.shown);
    if (changed.has("shown")) void this.#link();
  }

  #follow(): void {
    const { callId, usedClient: client } = this;
    const wanted = this.call || !callId || !client || !this.isConnected ? "" : callId;
    if (wanted === this.#following && client === this.#client) return;
    this.#client = client;
    this.#following = wanted;
    this.#watch.stop();
    this.#isOver = false;
    if (!wanted) return;
    let last: CallDetails | undefined;
    void this.#watch.start(client!, wanted, "assessed", {
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
        this.#isOver = true;
        this.requestUpdate();
        this.emit("ninjahire-call-completed", { call: last });
      },
      error: (error) => {
        this.#isOver = true;
        this.requestUpdate();
        // A call that nobody ever assesses is no failure.
        if (
          last &&
          last.call_status !== "call_in_progress" &&
          (error as { code?: string }).code === "deadline"
        )
          return;
        this.error = error;
        this.emit("ninjahire-call-error", { error });
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

  async #export(kind: "Text" | "Markdown" | "Html" | "Vtt"): Promise<void> {
    this.shadowRoot!.querySelector("details.menu")?.removeAttribute("open");
    const shown = this.#visible;
    if (!shown) return;
    const { call, turns } = shown;
    try {
      const helpers = await reading();
      const [text, type, ending] = await {
        Text: async () => [await helpers.turnsToText(turns), "text/plain", "txt"] as const,
        Markdown: async () => [await helpers.callToMarkdown(call), "text/markdown", "md"] as const,
        Html: async () => [await helpers.callToHtml(call), "text/html", "html"] as const,
        Vtt: async () => [await helpers.turnsToWebVtt(turns), "text/vtt", "vtt"] as const,
      }[kind]();
      this.helpersFailed = false;
      save(text, type, `${call.call_id}.${ending}`);
    } catch {
      this.helpersFailed = true;
    }
  }

  /** What may be seen: while details are still being hidden, nothing. */
  get #visible(): Shown | null {
    if (!this.masked) return this.shown;
    // Of a live call, the last one that is hidden through.
    return this.veiled?.shown ?? null;
  }

  #fresh = async () => {
    const id = this.shown!.call.call_id;
    const old = this.shown!.call.recording_url;
    this.recording = "loading";
    try {
      const call = await this.usedClient!.getCallDetails(id);
      if (this.shown?.call.call_id !== id) return;
      this.recording = call.recording_url === old ? "gone" : "";
      this.shown = {
        ...this.shown!,
        call: { ...this.shown!.call, recording_url: call.recording_url },
      };
    } catch (error) {
      this.recording = "gone";
      this.emit("ninjahire-call-error", { error });
    }
  };

  #reveal({ asks, answers }: Evidence): void {
    const places = [...asks, ...answers];
    // What is hidden has moved the rest.
    const ranges = this.masked ? [] : places;
    const transcript = this.shadowRoot!.querySelector<NinjahireTranscript>("ninjahire-transcript");
    transcript?.jumpTo(places[0]!.turn, { ranges });
  }

  /** @internal */
  protected override updated(): void {
    this.setAttribute("state", this.#state);
    const status = this.shown?.call.call_status;
    if (status === this.#status) return;
    if (this.#status !== undefined && status) {
      this.announce(
        this.t("statusIs", { status: wordFor("status", status, (name) => this.t(name))[0] }),
      );
    }
    this.#status = status;
    // The transcript seeks the player that is there now.
    this.requestUpdate();
  }

  get #state(): "empty" | "loading" | "error" | "done" {
    if (this.#visible) return "done";
    if (this.error) return "error";
    if (!this.call && this.callId && !this.usedClient)
      return this.closest("ninjahire-provider:not(:defined)") ? "loading" : "error";
    return this.call || this.callId ? "loading" : "empty";
  }

  /** @internal */
  protected override render(): unknown {
    const state = this.#state;
    const shown = this.#visible;
    return html`<slot name="header"></slot>
      <article part="base" class="card base">
        ${
          shown
            ? this.#card(shown)
            : state === "loading"
              ? html`<div class="pad">${this.skeleton(9)}</div>`
              : state === "error"
                ? this.failure(
                    this.error,
                    this.error ? () => this.reload() : undefined,
                    this.error ? undefined : this.t("errorNoClient"),
                  )
                : this.empty("callEmpty")
        }
      </article>
      ${this.status}`;
  }

  #heading(name: StringName, level: number): unknown {
    return html`<p part="heading" class="heading" role="heading" aria-level=${level}>
      ${this.t(name)}
    </p>`;
  }

  #section(name: StringName, content: unknown): unknown {
    return html`<section part=${`section ${name}`} class=${`section ${name}`}>
      ${this.#heading(name, this.headingLevel + 1)}${content}
    </section>`;
  }

  #card({ call, turns, questions, summary, hasProblems }: Shown): unknown {
    const t = (name: StringName) => this.t(name);
    const { call_status, call_score, call_direction, ninjahire_intelligence } = call;
    const isLive = call_status === "call_in_progress";
    const direction =
      call_direction === "outgoing" || call_direction === "incoming"
        ? t(call_direction as "outgoing")
        : call_direction;
    return html`<header part="header" class="head">
        <div>
          <p part="title" class="title" role="heading" aria-level=${this.headingLevel}>
            ${t("call")}
          </p>
          <p class="row">
            ${pill("status", call_status, t)}${pill("assessment", ninjahire_intelligence, t)}
            ${direction ? html`<bdi class="small muted">${direction}</bdi>` : nothing}
          </p>
        </div>
        <div part="score" class="score">
          ${
            call_score === null
              ? isLive
                ? nothing
                : html`<span class="small muted"
                    >${t(this.#following && !this.#isOver ? "assessing" : "notAssessed")}</span
                  >`
              : html`${dial(call_score)}
                  <p>
                    <span class="small muted">${t("score")}</span
                    ><b dir="auto">${this.t("scoreOf", { n: call_score, max: 100 })}</b>
                  </p>`
          }
        </div>
      </header>
      ${
        this.error
          ? html`<div class="pad">
              ${this.failure(this.error, () => this.reload(), `${t("updatesStopped")} ${t(errorText(this.error))}`)}
            </div>`
          : nothing
      }
      <div part="toolbar" class="row pad tools">
        <button
          type="button"
          part="mask"
          class="switch bare"
          role="switch"
          aria-checked=${String(this.masked)}
          @click=${() => (this.masked = !this.masked)}
        >
          <i></i>${t("mask")}
        </button>
        ${this.masked && this.veiled ? html`<span class="small muted">${this.t("masked", { n: this.veiled.count })}</span>` : nothing}
        ${this.helpersFailed ? html`<span class="small bad" role="alert">${t("errorReading")}</span>` : nothing}
        <span class="row end"
          ><slot name="actions"></slot>
          <details class="menu" part="export" @keydown=${this.#menuKey} @focusout=${this.#menuLeft}>
            <summary>${icons.save()}${t("export")}</summary>
            <div class="card list">
              ${(["Text", "Markdown", "Html", "Vtt"] as const).map((kind) =>
                kind === "Vtt" && !turns.some(({ startTime }) => startTime !== null)
                  ? nothing
                  : html`<button type="button" class="bare" @click=${() => this.#export(kind)}>
                      ${t(`export${kind}`)}
                    </button>`,
              )}
            </div>
          </details></span
        >
      </div>
      <div
        class=${call.call_digest || summary.length || questions.length || hasProblems ? "columns two" : "columns"}
      >
        <div>
          ${call.call_digest ? this.#section("digest", html`<p dir="auto" class="prose">${call.call_digest}</p>`) : nothing}
          ${
            summary.length
              ? this.#section(
                  "breakdown",
                  html`<ul class="rows">
                    ${summary.map((row) => this.#category(row))}
                  </ul>`,
                )
              : nothing
          }
          ${
            questions.length
              ? this.#section(
                  "questions",
                  html`<ol class="rows">
                    ${questions.map((row, index) => this.#question(row, index))}
                  </ol>`,
                )
              : nothing
          }
          ${
            hasProblems
              ? html`<div class="section">
                  <p class="small muted">${t("unreadable")}</p>
                  ${questions.length || !call.questions_response ? nothing : html`<p dir="auto" class="prose small">${call.questions_response}</p>`}
                </div>`
              : nothing
          }
        </div>
        <div>
          ${call.recording_url ? this.#section("recording", this.#recording(call.recording_url)) : nothing}
          ${this.#section(
            "transcript",
            html`<ninjahire-transcript
              exportparts="toolbar:transcript-toolbar,search,search-input,search-count,button,scroller,turns,turn,turn-bot,turn-human,turn-other,turn-unknown,speaker,time,text,latest,empty:transcript-empty"
              .player=${this.shadowRoot?.querySelector("audio") ?? null}
              .strings=${this.usedStrings}
              .live=${isLive}
              .turns=${turns}
            ></ninjahire-transcript>`,
          )}
        </div>
      </div>`;
  }

  #given(score: string | null): unknown {
    return score === null || score === ""
      ? nothing
      : html`<bdi class="given">${this.t("scoreGiven", { score })}</bdi>`;
  }

  #category({ category, scoreText, text }: SummaryRow): unknown {
    return html`<li>
      <div class="row apart"><b dir="auto">${category}</b>${this.#given(scoreText)}</div>
      ${text ? html`<p dir="auto" class="prose">${text}</p>` : nothing}
    </li>`;
  }

  #question({ question, response, scoreText }: QuestionRow, index: number): unknown {
    const found = this.evidence?.find(
      (one) => one.question === index && one.asks.length + one.answers.length,
    );
    return html`<li part="question">
      <div class="row apart"><b dir="auto">${question ?? "–"}</b>${this.#given(scoreText)}</div>
      <p dir="auto" class=${response ? "prose" : "muted"}>${response || this.t("noAnswer")}</p>
      ${
        found
          ? html`<button
              type="button"
              part="evidence"
              class="link"
              aria-label=${`${this.t(found.confidence < 0.75 ? "evidenceUnsure" : "evidence")}: ${question ?? ""}`}
              @click=${() => this.#reveal(found)}
            >
              ${this.t(found.confidence < 0.75 ? "evidenceUnsure" : "evidence")}
            </button>`
          : nothing
      }
    </li>`;
  }

  #recording(url: string): unknown {
    const address = webAddress(url);
    if (!address) return html`<p class="small muted">${this.t("recordingUnsafe")}</p>`;
    return html`<audio
        part="audio"
        controls
        preload="none"
        aria-label=${this.t("recording")}
        src=${address}
        @error=${() => (this.recording = "gone")}
      ></audio>
      ${
        this.recording
          ? html`<div class="notice care">
              <p role="alert" class="small">${this.t("recordingGone")}</p>
              ${
                this.usedClient
                  ? html`<button
                      type="button"
                      ?disabled=${this.recording === "loading"}
                      @click=${this.#fresh}
                    >
                      ${this.t("recordingFresh")}
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }`;
  }

  #menuKey = (event: KeyboardEvent) => {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")!.focus();
  };

  #menuLeft = (event: FocusEvent) => {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
  };
}
