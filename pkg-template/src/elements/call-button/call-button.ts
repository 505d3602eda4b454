import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { CallDetails, InstantCall } from "../../index.js";
import type { StringName } from "../i18n/strings.js";
import { NinjahireElement } from "../shared/base.js";
import { errorText } from "../shared/errors.js";
import { CallFollower } from "../shared/follow-call.js";
import { formatClock } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { button, details, reason } from "../shared/parts.js";
import { Ticking } from "../shared/ticking.js";
import { tokens } from "../shared/tokens.js";
import { isFramedByAnotherSite } from "./framed.js";
import type { FramingGuard } from "./framing.js";
import { buttonStyles } from "./styles.js";

type Phase =
  | "idle"
  | "confirm"
  | "dialing"
  | "ringing"
  | "talking"
  | "done"
  | "failed"
  | "refused"
  | "unknown"
  | "redial"
  | "pending"
  | "placed"
  | "lost";

type Offer = "ask" | "again" | "check" | "close";

/** For each phase: its tone, its words, what can be done, and what to know. */
const phases: Record<Phase, [tone: string, title: StringName, offer?: Offer, hint?: StringName]> = {
  idle: ["", "callNow"],
  confirm: ["", "confirm", "ask", "confirmHint"],
  dialing: ["live", "dialing"],
  ringing: ["live", "ringing"],
  talking: ["live", "talking"],
  done: ["good", "done", "again"],
  failed: ["bad", "notReached", "again"],
  refused: ["bad", "refused", "again"],
  unknown: ["care", "unknownTitle", "check", "unknownHint"],
  redial: ["care", "redial", "ask"],
  pending: ["care", "pending", "close"],
  placed: ["good", "placedUnfollowed", "close"],
  lost: ["care", "followLost", "close"],
};

/** What a refusal by the client's own guard means. */
const refusals: Record<string, Phase> = {
  redial_guard: "redial",
  dial_outcome_unknown: "unknown",
  dial_pending: "pending",
};

/**
 * Calls a candidate: asks first, rings once, and shows what becomes of it.
 *
 * @tag ninjahire-call-button
 * @attr {string} state - What it shows now (read only).
 *
 * @slot - The button's words.
 * @slot header - Above it.
 * @slot actions - Beside the buttons of the panel.
 *
 * @csspart base - Everything.
 * @csspart button - Every button.
 * @csspart call - The button that starts it.
 * @csspart panel - What is shown in its place.
 * @csspart status - What is going on.
 * @csspart hint - What to know or do, or why no call can be made.
 * @csspart elapsed - How long it has been ringing, or they have been talking.
 * @csspart reason - Why the server refused.
 *
 * @fires {CallRequestEvent} ninjahire-call-request - Before anything is sent. Cancelable.
 * @fires {CallPlacedEvent} ninjahire-call-placed - The phone rings.
 * @fires {CallUpdatedEvent} ninjahire-call-updated - The call has moved on.
 * @fires {CallCompletedEvent} ninjahire-call-completed - The call has ended.
 * @fires {CallErrorEvent} ninjahire-call-error - The call could not be placed or followed, or its outcome is unknown.
 */
export class NinjahireCallButton extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, buttonStyles];

  /** The application to call for. */
  @property({ attribute: "application-id" }) applicationId: string | null | undefined = null;
  /** No call can be made. */
  @property({ type: Boolean }) disabled: boolean = false;
  /** A frame of another site is meant: there is no need to be visible for a while first. */
  @property({ type: Boolean, attribute: "allow-framing" }) allowFraming: boolean = false;
  /** Why no call can be made, in words, where `disabled` is set. */
  @property({ attribute: "disabled-reason" }) disabledReason: string | null | undefined = null;
  /** @internal */
  @state() phase: Phase = "idle";
  /** @internal */
  @state() found: number | null = null;

  readonly #follower = new CallFollower(this);
  /** In a frame of another site: what knows whether this is seen, once it is loaded. */
  #framing: Promise<void> | undefined;
  #guard: FramingGuard | undefined;
  #since = 0;
  #run = 0;
  #asked = 0;
  #redial: string | undefined;
  #error: unknown;
  #callId: string | undefined;
  #score: number | null = null;

  constructor() {
    super();
    // How long it has been ringing, and how long they have been talking.
    new Ticking(this, () => (this.phase === "ringing" || this.phase === "talking" ? 1_000 : 0));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isFramedByAnotherSite())
      this.#framing ??= import("./framing.js").then(({ FramingGuard }) => {
        this.#guard = new FramingGuard(this);
      });
    if (this.#callId && phases[this.phase][0] === "live") this.#follow(this.#callId);
  }

  /** Whether a person has seen what a press on it means. */
  get #mayAsk(): boolean {
    return !this.#framing || this.allowFraming || !!this.#guard?.mayAsk;
  }

  /** Asks whether to call, as a press on the button does. */
  ask(): void {
    if (this.phase !== "idle" || this.disabled || !this.applicationId) return;
    if (this.#mayAsk) this.#ask("confirm");
    else this.announce(this.t("framed"));
  }

  /** Goes on to a phase whose length is shown. */
  #go(phase: Phase): void {
    this.#since = Date.now();
    this.phase = phase;
  }

  #ask(phase: Phase): void {
    this.#asked = performance.now();
    this.phase = phase;
  }

  #yes = () => {
    if (!this.#mayAsk) return;
    // The second half of a double click, or a key held down, is not a decision, and one is enough.
    if (phases[this.phase][2] !== "ask" || performance.now() - this.#asked < 400) return;
    void this.#dial(this.phase === "redial" ? this.#redial : undefined);
  };

  #close = () => {
    this.phase = "idle";
    void this.updateComplete.then(() => this.focusOn("button"));
  };

  async #dial(redial: string | undefined): Promise<void> {
    const { applicationId, usedClient: client } = this;
    if (!applicationId) return;
    if (!this.emit("ninjahire-call-request", { applicationId, redial: !!redial }, true)) {
      this.#close();
      return;
    }
    const run = ++this.#run;
    this.#error = this.#callId = undefined;
    this.found = this.#score = null;
    if (!client) {
      this.phase = "refused";
      return;
    }
    this.phase = "dialing";
    let placed: InstantCall;
    try {
      placed = await client.initiateInstantCall(applicationId, redial ? { redial } : undefined);
    } catch (error) {
      this.emit("ninjahire-call-error", { error, applicationId });
      if (run !== this.#run) return;
      const { code = "", redialToken } = (error ?? {}) as { code?: string; redialToken?: string };
      this.#error = error;
      this.#redial = redialToken;
      return this.#ask(refusals[code] ?? "refused");
    }
    const callId = placed.call_id;
    this.emit("ninjahire-call-placed", { applicationId, callId, call: placed });
    if (run !== this.#run) return;
    if (callId) this.#follow(callId);
    else this.phase = "placed";
  }

  #follow(callId: string): void {
    this.#callId = callId;
    if (this.phase !== "talking") this.#go("ringing");
    const client = this.usedClient;
    if (!client || !this.isConnected) return;
    let last: CallDetails | undefined;
    this.#follower.follow(client, callId, "ended", {
      update: (update) => {
        const { call } = update;
        last = call;
        this.#score = call.call_score;
        if (call.transcript && this.phase !== "talking") this.#go("talking");
        this.emit("ninjahire-call-updated", update);
      },
      stale: () => {},
      end: () => {
        this.phase = last?.call_status === "call_failed" ? "failed" : "done";
        this.emit("ninjahire-call-completed", { call: last! });
      },
      error: (error) => {
        this.#error = error;
        this.phase = "lost";
        this.emit("ninjahire-call-error", {
          error,
          applicationId: this.applicationId ?? undefined,
        });
      },
    });
  }

  #check = async () => {
    const run = this.#run;
    try {
      const page = await this.usedClient!.listScreeningResults({
        application_id: this.applicationId!,
        page: 1,
        size: 10,
      });
      if (run !== this.#run) return;
      this.found = page.count ?? page.data.length;
      const live = page.data.find(({ call_status }) => call_status === "call_in_progress");
      if (live?.call_id) this.#follow(live.call_id);
      else this.announce(this.#hint());
    } catch (error) {
      this.#error = error;
      this.requestUpdate();
    }
  };

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    // Another candidate: what is under way goes on, and is none of this one's.
    if (changed.has("applicationId") && changed.get("applicationId")) {
      this.#run++;
      this.#follower.stop();
      this.#callId = undefined;
      this.phase = "idle";
    }
  }

  /** @internal */
  protected override get state(): string {
    return this.phase;
  }

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = changed.get("phase") as Phase | undefined;
    if (!before) return;
    if (this.phase !== "idle") this.announce(this.#title());
    // The focus was on what is no longer there.
    if (phases[this.phase][2] === "ask") this.focusOn(".cancel");
    else if (phases[before][2] === "ask") this.focusOn(".panel");
  }

  #title(): string {
    return this.phase === "done" && this.#score !== null
      ? this.t("doneScore", { n: this.#score, max: 100 })
      : this.t(phases[this.phase][1]);
  }

  #hint(): string {
    const { phase, found } = this;
    if (phase === "refused")
      return this.t(this.usedClient ? errorText(this.#error) : "errorNoClient");
    if (phase === "unknown" && found !== null)
      return this.t(found ? "unknownFound" : "unknownNone", { n: found });
    const hint = phases[phase][3];
    return hint ? this.t(hint) : "";
  }

  /** Why no call can be made. */
  get #obstacle(): string {
    if (!this.applicationId) return this.t("noApplication");
    return this.disabled ? (this.disabledReason ?? this.t("callingOff")) : "";
  }

  #elapsed(): unknown {
    if (!this.#since || (this.phase !== "ringing" && this.phase !== "talking")) return nothing;
    const seconds = Math.max(0, (Date.now() - this.#since) / 1000);
    return html`<span part="elapsed" class="elapsed" role="timer"
      >${formatClock(this.locale, seconds)}</span
    >`;
  }

  #offers(): unknown {
    const { phase } = this;
    const one = (name: StringName, click: () => void, kind?: string) =>
      button(this.t(name), click, kind);
    const close = one("close", this.#close);
    switch (phases[phase][2]) {
      case "ask":
        return [
          one("cancel", this.#close, "cancel"),
          one(phase === "redial" ? "redialYes" : "confirmYes", this.#yes, "main"),
        ];
      case "again":
        return [close, one(phase === "refused" ? "retry" : "again", () => this.#ask("confirm"))];
      case "check":
        return [one("unknownCheck", this.#check, "main"), close];
      case "close":
        return close;
    }
  }

  /** @internal */
  protected override render(): unknown {
    return html`<div part="base">
      <slot name="header"></slot>
      ${this.phase === "idle" ? this.#start() : this.#panel()} ${this.status}
    </div>`;
  }

  #start(): unknown {
    const obstacle = this.#obstacle;
    return html`${button(
      [icon("phone"), html`<slot>${this.t("callNow")}</slot>`],
      () => this.ask(),
      "main call",
      "button call",
      nothing,
      !!obstacle,
    )}
    ${obstacle ? html`<p part="hint" class="small muted">${obstacle}</p>` : nothing}`;
  }

  #panel(): unknown {
    const { phase } = this;
    const [tone, , offer] = phases[phase];
    const hint = this.#hint();
    return html`<div
      part="panel"
      class="card panel"
      role="group"
      aria-labelledby="title"
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && offer === "ask" && this.#close()}
    >
      <p part="status" id="title" class=${`title ${tone}`}>
        ${icon(tone === "care" || tone === "bad" ? "caution" : "phone")}<span>${this.#title()}</span>${this.#elapsed()}
      </p>
      ${hint ? html`<p part="hint" class="small muted">${hint}</p>` : nothing}
      ${phase === "refused" ? reason(this.#error) : nothing}
      ${
        this.#error && /^(refused|unknown|lost)$/.test(phase)
          ? details(this.#error, this.t)
          : nothing
      }
      <div class="row">${this.#offers()}<slot name="actions"></slot></div>
    </div>`;
  }
}
