import type { ClientOptions } from "../index.js";
import { html } from "lit";
import { NinjahireElement } from "./base.js";
import { announceProvider, clientFor, provide } from "./context.js";
import { NinjaHireClient } from "./core.js";
import { plain } from "./styles/index.js";

/**
 * Gives the elements inside it one client, and their texts.
 *
 * @attr {string} base-url - Where requests go: your proxy.
 * @slot - The page.
 */
export class NinjahireProvider extends NinjahireElement {
  /** @internal */
  static override properties = {
    ...super.properties,
    options: { attribute: false },
  };
  /** @internal */
  static styles = [plain];

  /** More settings of the client: how it gets a token for your proxy, its time-outs. */
  declare options: ClientOptions | undefined;
  #given: NinjaHireClient | undefined;
  #made: NinjaHireClient | undefined;

  constructor() {
    super();
    provide(this, {
      clientFor: (baseUrl) => (baseUrl ? clientFor(baseUrl) : this.usedClient),
      strings: () => this.usedStrings,
    });
  }

  /** The client that the elements inside use; for code of your own as well. */
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

  override connectedCallback(): void {
    super.connectedCallback();
    announceProvider();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    announceProvider();
  }

  /** @internal */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("options") || changed.has("baseUrl")) this.#made = undefined;
  }

  /** @internal */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.size) announceProvider();
  }

  /** @internal */
  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}
