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

/** What a call is shown from: loads and follows it, hides details, finds its questions. Draws nothing. */
export abstract class CallData extends LoadingElement {
  /** The call to show and follow. */
  @property({ attribute: "call-id" }) callId: string | null | undefined = null;
  /** A call to show as it is, in place of one to load. */
  @property({ attribute: false }) call: CallDetails | null | undefined = null;
  /** When the call was: a date, its text or its milliseconds; the vendor documents none. */
  @property({ attribute: "call-date" }) callDate: Date | string | number | null | undefined = null;
  /** Whether contact details are hidden. */
  @property({ type: Boolean }) masked: boolean = false;
  /** @internal */
  @state() shown: Shown | null = null;
  /** The reading helpers could not be loaded. @internal */
  @state() helpersFailed: boolean = false;

  readonly #follower = new CallFollower(this);
  /** Loaded when details are to be hidden. */
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
  protected get isEmpty(): boolean {
    return !this.call && !this.callId;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("callId")) this.forget();
    if (changed.has("call")) {
      if (this.call) void this.#take(this.call);
      else if (changed.get("call")) this.forget();
    }
    super.willUpdate(changed);
    if (!this.shown) return;
    if (this.masked) void this.#mask(this.shown);
    if (changed.has("shown")) void this.evidence.link(this.shown);
  }

  /** Nothing of the last call is this one's. @internal */
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
        // A call without an assessment has not failed.
        if (isOver && (error as { code?: string }).code === "deadline") return;
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
      const shown = shownOf(call, parseTranscript(call.transcript ?? ""));
      // Reading and drawing take a task each.
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
      // What cannot be hidden is not shown as if it were.
      this.masked = false;
      this.helpersFailed = true;
    }
  }

  /** What may be seen: while details are still being hidden, nothing. @internal */
  protected get visible(): Shown | null {
    if (!this.masked) return this.shown;
    // Of a live call, the last state of it whose details are all hidden.
    const masked = this.#masking?.masked?.shown;
    return masked?.call.call_id === this.shown?.call.call_id ? (masked ?? null) : null;
  }

  /** What is drawn before is hidden as a whole, while its details are still being hidden. @internal */
  protected get isHiding(): boolean {
    return this.masked && !this.visible;
  }

  /** How many contact details are hidden, once that is done. @internal */
  protected get maskedCount(): number | undefined {
    return this.masked ? this.#masking?.masked?.count : undefined;
  }

  /** When the call was. @internal */
  protected get date(): number | null {
    const { shown } = this;
    return millisecondsOf(this.callDate) ?? (shown && dateOfCall(shown.call));
  }

  /** How the call stands. @internal */
  protected stateOf(call: CallDetails): CallState {
    return callState(call, {
      date: this.date,
      seenAt: this.sightings.changedAt,
      isFollowed: !this.#isOver,
      now: Date.now(),
    });
  }
}
