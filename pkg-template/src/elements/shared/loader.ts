import type { PropertyValues } from "lit";
import { state } from "lit/decorators.js";
import { NinjahireElement, type State } from "./base.js";

/** An element that loads what it shows, unless it is given that. */
export abstract class LoadingElement extends NinjahireElement {
  /** @internal */
  @state() error: unknown;
  #source = "";
  #client: unknown;

  /** What is to be loaded, in a word; empty for nothing. @internal */
  protected abstract get source(): string;
  /** Whether there is something to show. @internal */
  protected abstract get hasContent(): boolean;
  /** Whether it is loaded and still nothing. @internal */
  protected abstract get isEmpty(): boolean;
  /** Begins anew; loads, if there is something to load. @internal */
  protected abstract begin(source: string): void;

  /** Loads the same again. */
  reload(): void {
    this.#source = "";
    this.requestUpdate();
  }

  /** @internal */
  protected override willUpdate(_changed: PropertyValues): void {
    const { usedClient: client } = this;
    const source = client ? this.source : "";
    if (!this.isConnected || (source === this.#source && client === this.#client)) return;
    this.#client = client;
    this.#source = source;
    this.begin(source);
  }

  /** @internal */
  protected reportFailure(error: unknown): void {
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
