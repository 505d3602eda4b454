import { type ReactiveControllerHost, html, nothing } from "lit";
import type { Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import type { ExportOptions } from "./export.js";
import type { ExportKind, exportList } from "./export-menu.js";

/** Connects exports to their element. */
export interface ExportLink {
  /** The call to export, if there is one. */
  options(): ExportOptions | undefined;
  /** Called after an export, with the name of the file if there is one. */
  done(hasWorked: boolean, name?: string): void;
}

/** Shows the export menu and exports calls. Both are loaded on first use. */
export class ExportController {
  /** The name of the last file. */
  saved = "";
  readonly #host: ReactiveControllerHost;
  readonly #link: ExportLink;
  #list: typeof exportList | undefined;

  constructor(host: ReactiveControllerHost, link: ExportLink) {
    this.#host = host;
    this.#link = link;
  }

  forget(): void {
    this.saved = "";
  }

  menu(t: Translate): unknown {
    const { turns } = this.#link.options() ?? {};
    return html`<details
      class="menu"
      part="export"
      @toggle=${this.#load}
      @keydown=${closeByKey}
      @focusout=${closeBehind}
    >
      <summary>${icon("save")}${t("export")}</summary>
      ${(turns && this.#list?.(turns, t, this.#export)) ?? nothing}
    </details>`;
  }

  #load = async (): Promise<void> => {
    try {
      this.#list ??= (await import("./export-menu.js")).exportList;
      this.#host.requestUpdate();
    } catch {
      this.#link.done(false);
    }
  };

  #export = async (kind: ExportKind): Promise<void> => {
    const options = this.#link.options();
    if (!options) return;
    try {
      const { exportCall } = await import("./export.js");
      this.saved = await exportCall(kind, options);
      this.#link.done(true, this.saved);
    } catch {
      this.#link.done(false);
    }
  };
}

function closeByKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closeBehind(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}
