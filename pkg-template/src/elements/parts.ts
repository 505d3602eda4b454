/** Pieces that several elements draw. */

import { type TemplateResult, html } from "lit";
import { errorDetails } from "./errors.js";

const bone = html`<span class="bone"></span>`;

/** The shape of what is coming. */
export function skeleton(label: string, lines: number): TemplateResult {
  return html`<div part="skeleton" class="skeleton" aria-busy="true">
    <span class="quiet">${label}</span>${Array(lines).fill(bone)}
  </div>`;
}

/** What happened, and a way to try again. */
export function failure(
  text: string,
  error: unknown,
  words: { retry: string; details: string },
  retry: (() => void) | undefined,
): TemplateResult {
  return html`<div part="error" class="notice bad">
    <p role="alert">${text}</p>
    ${error ? html`<details class="small muted"><summary>${words.details}</summary><p dir="auto">${errorDetails(error)}</p></details>` : ""}
    ${retry ? html`<button type="button" part="retry" @click=${retry}>${words.retry}</button>` : ""}
  </div>`;
}
