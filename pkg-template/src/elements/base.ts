import { LitElement, html, nothing } from "lit";
import type { NinjaHireClient } from "../index.js";
import { findProvider, type ProviderContext, watchAround } from "./context.js";
import { make } from "./dom.js";
import { errorText } from "./errors.js";
import { formatsOf, languageOf } from "./format.js";
import { button, details } from "./parts.js";
import { type StringName, type Strings, english } from "./strings.js";

/** What is used of Lit's class, so that users' types need no Lit; `client` is one of the properties below. */
declare class Reactive extends HTMLElement {
  /** Resolves when what was set is on the page. */
  readonly updateComplete: Promise<boolean>;
  connectedCallback(): void;
  disconnectedCallback(): void;
  requestUpdate(name?: PropertyKey, old?: unknown): void;
  /** The client to use. Without it: the provider's around it, or one for `base-url`. */
  get client(): NinjaHireClient | undefined;
  set client(client: NinjaHireClient | undefined);
  protected willUpdate(changed: Map<PropertyKey, unknown>): void;
  protected render(): unknown;
  protected updated(changed: Map<PropertyKey, unknown>): void;
}

const Base = LitElement as unknown as typeof Reactive;

/** What an element shows. */
export type State = "empty" | "loading" | "error" | "done";

/** How properties without an attribute are declared. */
export const property = { attribute: false };

const bone = html`<span class="bone"></span>`;

/**
 * What all elements share.
 *
 * @attr {string} base-url - Where requests go, without a provider: your proxy.
 * @attr {"comfortable" | "compact"} density - How much room there is between things.
 *
 * @cssprop [--ninjahire-font=inherit] - The typeface.
 * @cssprop [--ninjahire-space=1em] - The measure of all room between things.
 * @cssprop [--ninjahire-radius=10px] - How round corners are.
 * @cssprop [--ninjahire-text=light-dark(#1c2128, #e6e9ee)] - Text.
 * @cssprop [--ninjahire-muted=light-dark(#5a6472, #a2adbb)] - Lesser text.
 * @cssprop [--ninjahire-surface=light-dark(#fff, #15181d)] - What text is on.
 * @cssprop [--ninjahire-sunken=light-dark(#f4f6f8, #1d2228)] - Bars and notices.
 * @cssprop [--ninjahire-border=light-dark(#dfe3e8, #323942)] - Lines.
 * @cssprop [--ninjahire-control-border=light-dark(#868f9b, #6f7a87)] - The edges of fields.
 * @cssprop [--ninjahire-accent=light-dark(#2456c7, #9dbcff)] - The main button, the score, the candidate.
 * @cssprop [--ninjahire-on-accent=light-dark(#fff, #0d1b3d)] - Text on that.
 * @cssprop [--ninjahire-positive=light-dark(#176b41, #74d3a1)] - What went well.
 * @cssprop [--ninjahire-caution=light-dark(#825100, #f1c069)] - What needs a look.
 * @cssprop [--ninjahire-critical=light-dark(#ab1f19, #ffa198)] - What failed.
 */
export abstract class NinjahireElement extends Base {
  /** @internal */
  static properties: object = {
    strings: property,
    client: property,
    baseUrl: { attribute: "base-url" },
    density: { reflect: true },
  };

  /** Texts to use in place of the English ones, by name. */
  declare strings: Partial<Strings> | undefined;
  /** Where requests go, without a provider: your proxy, `/api/ninjahire`. */
  declare baseUrl: string | null;
  declare density: "comfortable" | "compact" | null;

  #provided: ProviderContext | undefined;
  /** Where {@link announce} speaks; to be rendered once. @internal */
  protected readonly status = make("div", "quiet", "status");

  #look = () => {
    this.#provided = findProvider(this);
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
    watchAround(this.#look, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    watchAround(this.#look, false);
    // A move is a detaching and an attaching in one: only what stays away is stopped.
    queueMicrotask(() => this.isConnected || this.detached());
  }

  /** @internal */
  protected detached(): void {}

  /** @internal */
  protected get usedClient(): NinjaHireClient | undefined {
    return this.client ?? this.#provided?.clientFor(this.baseUrl);
  }

  /** @internal */
  protected get usedStrings(): Partial<Strings> {
    return { ...this.#provided?.strings?.(), ...this.strings };
  }

  /** @internal */
  protected get locale(): string | undefined {
    return languageOf(this);
  }

  /** A text by name, with its blanks filled in. @internal */
  protected t = (name: StringName, values: Record<string, unknown> = {}): string => {
    const found = this.strings?.[name] ?? this.#provided?.strings?.()[name] ?? english[name];
    const text =
      typeof found === "string"
        ? found
        : (found[formatsOf(this.locale).plurals.select(values.n as number)] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, key) => this.numeral(values[key]));
  };

  /** @internal */
  protected numeral(value: unknown): string {
    return typeof value === "number" ? formatsOf(this.locale).numbers.format(value) : String(value);
  }

  /** Says something to screen readers, once. @internal */
  protected announce(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Tries to focus something inside. @internal */
  protected focusOn(selector: string): void {
    this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus();
  }

  /** What is shown now; none where there is nothing to tell apart. @internal */
  protected get state(): string | undefined {
    return undefined;
  }

  /** @internal */
  protected override updated(_changed: Map<PropertyKey, unknown>): void {
    if (this.state) this.setAttribute("state", this.state);
  }

  /** What went wrong, if it is not just that there is nobody to ask. @internal */
  protected failure(error: unknown, retry: () => void, before?: StringName): unknown {
    const text = this.t(error ? errorText(error) : "errorNoClient");
    return html`<slot name="error"
      ><div part="error" class="notice bad">
        <p role="alert">${before ? `${this.t(before)} ${text}` : text}</p>
        ${error ? [details(error, this.t), button(this.t("retry"), retry, "", "retry")] : ""}
      </div></slot
    >`;
  }

  /** What there is, or in its place what went wrong, that there is nothing, or the shape of what is coming. @internal */
  protected contents(
    done: () => unknown,
    error: unknown,
    retry: () => void,
    empty: StringName,
    progress: unknown = nothing,
  ): unknown {
    const { state } = this;
    if (state === "done") return done();
    if (state === "error") return this.failure(error, retry);
    if (state === "empty")
      return html`<slot name="empty"><p part="empty" class="none">${this.t(empty)}</p></slot>`;
    return html`<div class="pad">
      ${progress}
      <div part="skeleton" aria-busy="true">
        <span class="quiet">${this.t("loading")}</span>${Array(8).fill(bone)}
      </div>
    </div>`;
  }

  /** @internal */
  protected emit(type: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
    );
  }
}
