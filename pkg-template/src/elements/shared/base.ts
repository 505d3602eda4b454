import { ContextConsumer } from "@lit/context";
import { type CSSResult, LitElement, type PropertyValues, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { NinjaHireClient } from "../../index.js";
import type { NinjahireEventMap } from "../events.js";
import { type StringName, type Strings, english } from "../i18n/strings.js";
import { clientFor, providedContext, rememberRequests } from "./context.js";
import { make } from "./dom.js";
import { errorText } from "./errors.js";
import { formatsOf, isRightToLeft } from "./format.js";
import { LanguageController } from "./language.js";
import { button, details, reason } from "./parts.js";

/** What an element shows. */
export type State = "empty" | "loading" | "error" | "done";

/** A placeholder for a line of text. */
export const bone = html`<span class="bone"></span>`;

/**
 * The base of all elements.
 *
 * @cssprop [--ninjahire-font=inherit] - The font family.
 * @cssprop [--ninjahire-space=1em] - The unit of all spacing.
 * @cssprop [--ninjahire-radius=10px] - The radius of corners.
 * @cssprop [--ninjahire-text=light-dark(#1c2128, #e6e9ee)] - Text.
 * @cssprop [--ninjahire-muted=light-dark(#5a6472, #a2adbb)] - Less important text.
 * @cssprop [--ninjahire-surface=light-dark(#fff, #15181d)] - The background of text.
 * @cssprop [--ninjahire-sunken=light-dark(#f4f6f8, #1d2228)] - The background of bars and notices.
 * @cssprop [--ninjahire-border=light-dark(#dfe3e8, #323942)] - Lines.
 * @cssprop [--ninjahire-control-border=light-dark(#868f9b, #6f7a87)] - The borders of fields.
 * @cssprop [--ninjahire-accent=light-dark(#2456c7, #9dbcff)] - The main button, the score, the candidate.
 * @cssprop [--ninjahire-on-accent=light-dark(#fff, #0d1b3d)] - Text on the accent colour.
 * @cssprop [--ninjahire-positive=light-dark(#176b41, #74d3a1)] - Good results.
 * @cssprop [--ninjahire-caution=light-dark(#825100, #f1c069)] - States that need attention.
 * @cssprop [--ninjahire-critical=light-dark(#ab1f19, #ffa198)] - Failures.
 */
export abstract class NinjahireElement extends LitElement {
  /** Custom texts, by name. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;
  /** The URL for requests if there is no provider: your proxy, such as `/api/ninjahire`. */
  @property({ attribute: "base-url" }) baseUrl: string | null | undefined = null;
  /** How much space there is between parts. */
  @property({ reflect: true }) density: "comfortable" | "compact" | null | undefined = null;

  #client: NinjaHireClient | undefined;
  readonly #language = new LanguageController(this);
  readonly #provided = new ContextConsumer(this, {
    context: providedContext,
    subscribe: true,
  });

  /** The live region for {@link announce}. Each element renders it once. @internal */
  protected readonly status = make("div", "quiet", "status");

  /**
   * The client to use. Default: the client of the provider around the element, or one for
   * `base-url`.
   */
  @property({ attribute: false })
  get client(): NinjaHireClient | undefined {
    return this.#client;
  }
  set client(client: NinjaHireClient | undefined) {
    this.#client = client;
  }

  override connectedCallback(): void {
    rememberRequests();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The element may be put inside another provider, so it must ask again.
    this.#provided.value = undefined;
    // A move disconnects and connects in one task. Only an element that stays away is detached.
    queueMicrotask(() => this.isConnected || this.detached());
  }

  /** @internal */
  protected detached(): void {}

  /** @internal */
  protected get usedClient(): NinjaHireClient | undefined {
    const { value } = this.#provided;
    return this.client ?? (value ? value.clientFor(this.baseUrl) : clientFor(this.baseUrl));
  }

  /** @internal */
  protected get usedStrings(): Partial<Strings> {
    return { ...this.#provided.value?.strings, ...this.strings };
  }

  /** @internal */
  protected get locale(): string | undefined {
    return this.#language.language;
  }

  /** Returns a text by name, with its placeholders filled in. @internal */
  protected t = (name: StringName, values: Record<string, unknown> = {}): string => {
    const found =
      this.strings?.[name] ??
      this.#provided.value?.strings[name] ??
      this.#language.strings?.[name] ??
      english[name];
    const text =
      typeof found === "string"
        ? found
        : (found[formatsOf(this.locale).plurals.select(values.n as number)] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, key) => this.#isolated(values[key]));
  };

  /** Isolates the direction of a name within a text. */
  #isolated(value: unknown): string {
    const text = this.numeral(value);
    return typeof value === "string" && isRightToLeft(this.locale) ? `\u2068${text}\u2069` : text;
  }

  /** @internal */
  protected numeral(value: unknown): string {
    return typeof value === "number" ? formatsOf(this.locale).numbers.format(value) : String(value);
  }

  /** Announces a text to screen readers, once. @internal */
  protected announce(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Adds a style sheet that was loaded later. @internal */
  protected adopt({ styleSheet }: CSSResult): void {
    const sheets = this.shadowRoot!.adoptedStyleSheets;
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }

  /** Focuses an element in the shadow root, if it is there. @internal */
  protected focusOn(selector: string): void {
    this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The current state. `undefined` for elements that have only one. @internal */
  protected get state(): string | undefined {
    return undefined;
  }

  /** @internal */
  protected override updated(_changed: PropertyValues): void {
    if (this.state) this.setAttribute("state", this.state);
  }

  /** The message for an error, or without one, that there is no client. @internal */
  protected failure(error: unknown, retry: () => void, before?: StringName): unknown {
    const text = this.t(error ? errorText(error) : "errorNoClient");
    return html`<slot name="error"
      ><div part="error" class="notice bad">
        <p role="alert">${before ? `${this.t(before)} ${text}` : text}</p>
        ${reason(error)}
        ${error ? [button(this.t("retry"), retry, "", "retry"), details(error, this.t)] : ""}
      </div></slot
    >`;
  }

  /** The message that the service does not answer, or nothing while it does. @internal */
  protected silence(): unknown {
    return nothing;
  }

  /** The placeholder while content loads. @internal */
  protected skeleton(): unknown {
    return Array(8).fill(bone);
  }

  /**
   * The content, or instead the error, the message that there is none, or the placeholder.
   * @internal
   */
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
      ${progress} ${this.silence()}
      <div part="skeleton" aria-busy="true">
        <span class="quiet">${this.t("loading")}</span>${this.skeleton()}
      </div>
    </div>`;
  }

  /** @internal */
  protected emit<Name extends keyof NinjahireEventMap>(
    type: Name,
    detail: NinjahireEventMap[Name]["detail"],
    cancelable = false,
  ): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
    );
  }
}
