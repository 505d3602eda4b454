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

/** For each phase: its tone, its title, what the person can do, and a hint. */
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

/** The phase after each refusal by the client's guard against double calls. */
const refusals: Record<string, Phase> = {
  redial_guard: "redial",
  dial_outcome_unknown: "unknown",
  dial_pending: "pending",
};

/**
 * Calls a candidate: asks first, places one call, and shows how it goes.
 *
 * @tag ninjahire-call-button
 * @attr {string} state - The current state (read only).
 *
 * @slot - The button's text.
 * @slot header - Above the button.
 * @slot actions - Beside the buttons of the panel.
 *
 * @csspart base - The whole element.
 * @csspart button - Every button.
 * @csspart call - The button that starts the call.
 * @csspart panel - The panel that replaces this button.
 * @csspart status - The state of the call.
 * @csspart hint - What to know or do next, or why no call can be placed.
 * @csspart elapsed - How long the phone has been ringing, or the call has been going on.
 * @csspart reason - Why the server refused.
 *
 * @fires {CallRequestEvent} ninjahire-call-request - Fires before anything is sent. Cancelable.
 * @fires {CallPlacedEvent} ninjahire-call-placed - The phone rings.
 * @fires {CallUpdatedEvent} ninjahire-call-updated - The call has changed.
 * @fires {CallCompletedEvent} ninjahire-call-completed - The call has ended.
 * @fires {CallErrorEvent} ninjahire-call-error - The call could not be placed or followed, or its outcome is unknown.
 */
export class NinjahireCallButton extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, buttonStyles];

  /** The application to call for. */
  @property({ attribute: "application-id" }) applicationId: string | null | undefined = null;
  /** Whether calls are turned off. */
  @property({ type: Boolean }) disabled: boolean = false;
  /**
   * Whether the page may be in a frame of another site. Then the button need not be visible for a
   * while first.
   */
  @property({ type: Boolean, attribute: "allow-framing" }) allowFraming: boolean = false;
  /** The reason to show if `disabled` is set. */
  @property({ attribute: "disabled-reason" }) disabledReason: string | null | undefined = null;
  /** @internal */
  @state() phase: Phase = "idle";
  /** @internal */
  @state() found: number | null = null;

  readonly #follower = new CallFollower(this);
  /** In a frame of another site: resolves once the guard against stolen clicks is loaded. */
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
    // The display shows how long the phone has been ringing, or the call has been going on.
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

  /** Whether the button was visible long enough for a person to know what they press. */
  get #mayAsk(): boolean {
    return !this.#framing || this.allowFraming || !!this.#guard?.mayAsk;
  }

  /** Asks whether to call, just as a press on the button does. */
  ask(): void {
    if (this.phase !== "idle" || this.disabled || !this.applicationId) return;
    if (this.#mayAsk) this.#ask("confirm");
    else this.announce(this.t("framed"));
  }

  /** Enters a phase whose length is shown. */
  #enterTimed(phase: Phase): void {
    this.#since = Date.now();
    this.phase = phase;
  }

  #ask(phase: Phase): void {
    this.#asked = performance.now();
    this.phase = phase;
  }

  #confirm = () => {
    if (!this.#mayAsk) return;
    // The second half of a double click, or a key that is held down, is not a decision. Nor is a
    // second press.
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
    if (this.phase !== "talking") this.#enterTimed("ringing");
    const client = this.usedClient;
    if (!client || !this.isConnected) return;
    let last: CallDetails | undefined;
    this.#follower.follow(client, callId, "ended", {
      update: (update) => {
        const { call } = update;
        last = call;
        this.#score = call.call_score;
        if (call.transcript && this.phase !== "talking") this.#enterTimed("talking");
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
    // Another candidate: the current call continues, but this button must not show it.
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
    // The update has removed the element that had the focus.
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

  /** Why no call can be placed. */
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
          one(phase === "redial" ? "redialYes" : "confirmYes", this.#confirm, "main"),
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
