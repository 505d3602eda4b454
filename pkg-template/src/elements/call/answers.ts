/** What came of a call: its categories and its questions, each with its score as it was given. */

import { html, nothing } from "lit";
import type { QuestionRow, SummaryRow } from "../../index.js";
import { button } from "../shared/parts.js";
import type { Translate } from "../i18n/strings.js";
import type { Evidence } from "../shared/reading.js";

function heading(title: string, score: string | null, t: Translate): unknown {
  return html`<div class="row apart">
    <b dir="auto">${title}</b>
    ${score ? html`<bdi class="small muted">${t("scoreGiven", { score })}</bdi>` : nothing}
  </div>`;
}

export function category({ category, scoreText, text }: SummaryRow, t: Translate): unknown {
  return html`<li>
    ${heading(category, scoreText, t)}
    ${text ? html`<p dir="auto" class="prose">${text}</p>` : nothing}
  </li>`;
}

/** A question; `reveal` shows where it was asked, if that was found. */
export function question(
  { question, response, scoreText }: QuestionRow,
  found: Evidence | undefined,
  reveal: (found: Evidence) => void,
  t: Translate,
): unknown {
  const link = found && t(found.confidence < 0.75 ? "evidenceUnsure" : "evidence");
  return html`<li part="question">
    ${heading(question ?? "–", scoreText, t)}
    <p dir="auto" class=${response ? "prose" : "muted"}>${response || t("noAnswer")}</p>
    ${link ? button(link, () => reveal(found), "link", "evidence", `${link}: ${question ?? ""}`) : nothing}
  </li>`;
}
