import { ContextProvider } from "@lit/context";
import { type PropertyValues, css, html } from "lit";
import { property } from "lit/decorators.js";
import type { ClientOptions } from "../../index.js";
import { NinjahireElement } from "../shared/base.js";
import { clientFor, providedContext } from "../shared/context.js";
import { NinjaHireClient } from "../shared/core.js";

/**
 * Provides one client and custom texts to the elements inside it.
 *
 * @tag ninjahire-provider
 * @slot - The content of the page.
 */
export class NinjahireProvider extends NinjahireElement {
  /** @internal */
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** More options of the client, such as how it gets a token for your proxy, and its time-outs. */
  @property({ attribute: false }) options: ClientOptions | undefined;

  #given: NinjaHireClient | undefined;
  #made: NinjaHireClient | undefined;
  readonly #provider = new ContextProvider(this, { context: providedContext });

  constructor() {
    super();
    this.#provide();
  }

  /** The client that the elements inside use. Your code may use it too. */
  override get client(): NinjaHireClient | undefined {
    const { options } = this;
    const baseUrl = this.baseUrl ?? options?.baseUrl;
    if (this.#given || !baseUrl) return this.#given;
    return options
      ? (this.#made ??= new NinjaHireClient({ ...options, baseUrl }))
      : clientFor(baseUrl);
  }
  override set client(client: NinjaHireClient | undefined) {
    this.#given = client;
    this.requestUpdate("client");
  }

  #provide(): void {
    this.#provider.setValue({
      clientFor: (baseUrl) => (baseUrl ? clientFor(baseUrl) : this.usedClient),
      strings: this.usedStrings,
    });
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("options") || changed.has("baseUrl")) this.#made = undefined;
    // Makes the elements inside draw themselves again.
    this.#provide();
  }

  /** @internal */
  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}
