import { type PropertyValues, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import { NinjahireElement, type State } from "./base.js";
import { button } from "./parts.js";

/** How long to wait before showing that the service does not answer, in milliseconds. */
const patienceMs = 5_000;

/** An element that loads its content, unless the page gives it. */
export abstract class LoadingElement extends NinjahireElement {
  /** @internal */
  @state() error: unknown;
  /** Whether the service has not answered for a while. @internal */
  @state() isSilent: boolean = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #source = "";
  #client: unknown;

  /** What to load, as a key. Empty if there is nothing to load. @internal */
  protected abstract get source(): string;
  /** Whether there is something to show. @internal */
  protected abstract get hasContent(): boolean;
  /** Whether there is nothing to show, and nothing left to load. @internal */
  protected abstract get isEmpty(): boolean;
  /** Starts again with this key, and loads if it is not empty. @internal */
  protected abstract begin(source: string): void;

  /** Loads the same content again. */
  reload(): void {
    this.#source = "";
    this.error = undefined;
    this.requestUpdate();
  }

  /** @internal */
  protected override willUpdate(_changed: PropertyValues): void {
    const { usedClient: client } = this;
    const source = client ? this.source : "";
    if (!this.isConnected || (source === this.#source && client === this.#client)) return;
    this.#client = client;
    this.#source = source;
    this.answered();
    if (source) this.#patience = setTimeout(() => (this.isSilent = true), patienceMs);
    this.begin(source);
  }

  /** @internal */
  protected override detached(): void {
    this.answered();
  }

  /** Notes that the service has answered, with or without an error. @internal */
  protected answered(): void {
    clearTimeout(this.#patience);
    this.isSilent = false;
  }

  /** Stops the current request. @internal */
  protected halt(): void {}

  #tryNow(): void {
    this.halt();
    // A reload in the same task would share the old request and wait for its answer too.
    setTimeout(() => this.reload());
  }

  /** The message that the service does not answer. @internal */
  protected override silence(): unknown {
    return this.isSilent
      ? html`<div part="silence" class="notice care">
          <p role="status">${this.t("serviceSilent")}</p>
          ${button(this.t("tryNow"), () => this.#tryNow(), "", "retry")}
        </div>`
      : nothing;
  }

  /** @internal */
  protected reportFailure(error: unknown): void {
    this.answered();
    this.error = error;
    this.emit("ninjahire-call-error", { error });
  }

  /** @internal */
  protected override get state(): State {
    if (this.hasContent) return "done";
    if (this.error) return "error";
    if (this.isEmpty) return "empty";
    return this.usedClient || !this.source || this.closest("ninjahire-provider:not(:defined)")
      ? "loading"
      : "error";
  }
}
