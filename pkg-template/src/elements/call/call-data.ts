import type { PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { CallDetails } from "../../index.js";
import { giveWay } from "../../slices.js";
import { type CallState, callState, dateOfCall, millisecondsOf } from "../shared/call-state.js";
import { init, parseTranscript } from "../shared/core.js";
import { CallFollower } from "../shared/follow-call.js";
import { LoadingElement } from "../shared/loader.js";
import { EvidenceController } from "./evidence.js";
import type { MaskController } from "./masking.js";
import { type Shown, shownOf } from "./shown.js";
import { Sightings } from "./sightings.js";

/** The data of a call: loads and follows it, masks details, finds its questions. Draws nothing. */
export abstract class CallData extends LoadingElement {
  /** The call to show and follow. */
  @property({ attribute: "call-id" }) callId: string | null | undefined = null;
  /** A call to show as it is, instead of one to load. */
  @property({ attribute: false }) call: CallDetails | null | undefined = null;
  /**
   * When the call was: a `Date`, a date as text, or milliseconds since 1970. The API documents no
   * date.
   */
  @property({ attribute: "call-date" }) callDate: Date | string | number | null | undefined = null;
  /** Whether contact details are hidden. */
  @property({ type: Boolean }) masked: boolean = false;
  /** @internal */
  @state() shown: Shown | null = null;
  /** Whether the reading helpers could not be loaded. @internal */
  @state() helpersFailed: boolean = false;

  readonly #follower = new CallFollower(this);
  /** Loaded when details are first masked. */
  #masking: MaskController | undefined;
  /** @internal */
  protected readonly evidence = new EvidenceController(this);
  /** @internal */
  protected sightings = new Sightings();
  #isOver = true;

  /** @internal */
  protected override detached(): void {
    super.detached();
    this.reload();
  }

  /** Loads the call again. */
  override reload(): void {
    super.reload();
    if (this.call) this.requestUpdate("call");
  }

  /** @internal */
  protected get source(): string {
    return this.call ? "" : (this.callId ?? "");
  }

  /** @internal */
  protected get isEmpty(): boolean {
    return !this.call && !this.callId;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("callId")) this.forget();
    if (changed.has("call")) {
      if (this.call) void this.#showGiven(this.call);
      else if (changed.get("call")) this.forget();
    }
    super.willUpdate(changed);
    if (!this.shown) return;
    if (this.masked) void this.#mask(this.shown);
    if (changed.has("shown")) void this.evidence.link(this.shown);
  }

  /** Removes all data of the previous call. @internal */
  protected forget(): void {
    this.shown = null;
    this.#masking?.forget();
    this.evidence.forget();
    this.sightings = new Sightings();
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
        this.#show(shownOf(call, known.slice(0, from).concat(newTurns)));
        this.emit("ninjahire-call-updated", update);
      },
      stale: (stale) => (this.isSilent = !!stale),
      end: () => {
        end();
        this.emit("ninjahire-call-completed", { call: last! });
      },
      error: (error) => {
        end();
        const isOver = last && last.call_status !== "call_in_progress";
        // A call without an assessment is not an error.
        if (isOver && (error as { code?: string }).code === "deadline") return;
        this.reportFailure(error);
      },
    });
  }

  /** @internal */
  protected override halt(): void {
    this.#follower.stop();
  }

  async #showGiven(call: CallDetails): Promise<void> {
    try {
      await init();
      const shown = shownOf(call, parseTranscript(call.transcript ?? ""));
      // Parsing and drawing get a task each, so that neither blocks the page for long.
      await giveWay();
      if (call !== this.call) return;
      this.error = undefined;
      this.#show(shown);
    } catch (error) {
      this.error = error;
    }
  }

  #show(shown: Shown): void {
    this.sightings.note(shown, this.shown, this.callDate, Date.now());
    this.shown = shown;
  }

  async #mask(shown: Shown): Promise<void> {
    try {
      const { MaskController } = await import("./masking.js");
      this.#masking ??= new MaskController(this);
      const count = await this.#masking.mask(shown);
      if (count === undefined || !this.masked) return;
      this.helpersFailed = false;
      this.announce(this.t("masked", { n: count }));
    } catch {
      // Unmasked details must not look masked.
      this.masked = false;
      this.helpersFailed = true;
    }
  }

  /** What may be seen: nothing while details are still being masked. @internal */
  protected get visible(): Shown | null {
    if (!this.masked) return this.shown;
    // A live call stays at its last state whose details are all masked.
    const masked = this.#masking?.masked?.shown;
    return masked?.call.call_id === this.shown?.call.call_id ? (masked ?? null) : null;
  }

  /**
   * Whether the content is hidden as a whole, because its details are still being masked. @internal
   */
  protected get isHiding(): boolean {
    return this.masked && !this.visible;
  }

  /** How many contact details are masked. `undefined` until masking is done. @internal */
  protected get maskedCount(): number | undefined {
    return this.masked ? this.#masking?.masked?.count : undefined;
  }

  /** When the call was. @internal */
  protected get date(): number | null {
    const { shown } = this;
    return millisecondsOf(this.callDate) ?? (shown && dateOfCall(shown.call));
  }

  /** The state of the call. @internal */
  protected stateOf(call: CallDetails): CallState {
    return callState(call, {
      date: this.date,
      seenAt: this.sightings.changedAt,
      isFollowed: !this.#isOver,
      now: Date.now(),
    });
  }
}
