/** What came of a call: its digest, its categories and its questions, each with its score as it was given. */

import { html, nothing } from "lit";
import type { QuestionRow, SummaryRow, Turn } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import { button } from "../shared/parts.js";
import type { Evidence, Match } from "../shared/reading.js";
import { paragraphsOf, piecesOf } from "./quotes.js";

export interface AnswerOptions {
  turns: readonly Turn[];
  locale: string | undefined;
  t: Translate;
  /** Goes to words in the transcript. */
  show(said: Match): void;
}

/** A score as a chip; only where its own text names a scale is it drawn as well. */
export function scoreChip(score: string | null, t: Translate): unknown {
  if (!score) return nothing;
  const [, points, of] = /^(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(score.trim()) ?? [];
  const share = Number(points) / Number(of);
  const bar =
    share >= 0 && share <= 1
      ? html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect class="track" width="100" height="10" rx="5" />
          <rect width=${share * 100} height="10" rx="5" />
        </svg>`
      : nothing;
  return html`<bdi part="chip" class="chip">${bar}<span>${t("scoreGiven", { score })}</span></bdi>`;
}

function heading(title: unknown, score: string | null, t: Translate): unknown {
  return html`<div class="row apart"><b dir="auto">${title}</b> ${scoreChip(score, t)}</div>`;
}

/** A text whose quotations look like such, and lead to the words. No whitespace of the template's own is in it. */
function proseWithQuotes(text: string, { turns, t, show }: AnswerOptions): unknown {
  return piecesOf(text, turns).map(({ text, isQuote, said }) => {
    if (!said) return isQuote ? html`<q part="quote">${text}</q>` : text;
    const go = () => show(said);
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      go();
    };
    // A button is never broken into lines.
    // prettier-ignore
    return html`<q part="quote" class="quote" role="button" tabindex="0" title=${t("evidence")} @click=${go} @keydown=${press}>${text}</q>`;
  });
}

export function digest(text: string, options: AnswerOptions): unknown {
  return paragraphsOf(text, options.locale).map(
    (one) => html`<p dir="auto" class="prose">${proseWithQuotes(one, options)}</p>`,
  );
}

export function category(
  { category, scoreText, text }: SummaryRow,
  options: AnswerOptions,
): unknown {
  return html`<li part="category">
    ${heading(category, scoreText, options.t)}
    ${text ? html`<p dir="auto" class="prose">${proseWithQuotes(text, options)}</p>` : nothing}
  </li>`;
}

export interface QuestionOptions extends AnswerOptions {
  index: number;
  isCurrent: boolean;
  /** Where it was asked and answered: `null` where that was not found, `undefined` while it is looked for. */
  found: Evidence | null | undefined;
  /** Shows where it was asked. */
  reveal(): void;
}

/** A question, its recorded answer, and the words of it. */
export function question(row: QuestionRow, options: QuestionOptions): unknown {
  const { t, index, isCurrent } = options;
  const title = html`<span class="muted">${t("number", { n: index + 1 })}</span>
    ${row.question ?? "–"}`;
  return html`<li
    part="question"
    class="question"
    data-question=${index}
    tabindex="-1"
    aria-current=${isCurrent ? "true" : nothing}
  >
    ${heading(title, row.scoreText, t)}
    <p dir="auto" class=${row.response ? "prose" : "muted"}>${row.response || t("noAnswer")}</p>
    ${options.turns.length ? html`<div class="found">${evidence(row, options)}</div>` : nothing}
  </li>`;
}

function evidence({ question }: QuestionRow, options: QuestionOptions): unknown {
  const { t, found, turns, reveal } = options;
  if (found === undefined) return nothing;
  if (!found) return html`<p class="small muted">${t("evidenceNone")}</p>`;
  const [answer] = found.answers;
  const words = answer && turns[answer.turn]?.text.slice(answer.start, answer.end).trim();
  const name =
    found.basis === "response"
      ? "evidenceInferred"
      : found.confidence < 0.75
        ? "evidenceUnsure"
        : "evidence";
  return html`${words ? html`<blockquote part="said" class="said"><p dir="auto">${words}</p></blockquote>` : nothing}
  ${button(t(name), reveal, "link small", "evidence", `${t(name)}: ${question ?? ""}`)}`;
}
