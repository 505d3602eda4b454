import { type ReactiveControllerHost, html, nothing } from "lit";
import type { Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import type { ExportOptions } from "./export.js";
import type { ExportKind, exportList } from "./export-menu.js";

/** What exports take and say. */
export interface ExportLink {
  /** What to hand over, where there is something. */
  what(): ExportOptions | undefined;
  /** An export has worked or failed; with the file's name where it is known. */
  done(hasWorked: boolean, name?: string): void;
}

/** The export menu, and what it hands over: both are loaded on first use. */
export class ExportController {
  /** The file that was handed over last. */
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
    const { turns } = this.#link.what() ?? {};
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
    const options = this.#link.what();
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
