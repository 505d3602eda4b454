/**
 * The results of a call: its digest, its categories and its questions, each with its score in its
 * original form.
 */

import { html, nothing } from "lit";
import type { QuestionRow, SummaryRow } from "../../index.js";
import type { StringName, Translate } from "../i18n/strings.js";
import { bone } from "../shared/base.js";
import { button } from "../shared/parts.js";
import type { Evidence, Match } from "../shared/reading.js";
import type { Shown } from "./shown.js";
import { haveSameWords, paragraphsOf, piecesOf } from "./quotes.js";

export interface FindingsOptions extends Shown {
  /** Whether missing parts may still appear. */
  isAwaited: boolean;
  locale: string | undefined;
  t: Translate;
  /** The reader's current question. */
  current: number | undefined;
  numeral(value: number): string;
  section(name: StringName, content: unknown): unknown;
  /**
   * Where a question was asked and answered. `null` if that was not found, `undefined` during the
   * search.
   */
  found(question: number): Evidence | null | undefined;
  /** Shows where a question was asked. */
  reveal(question: number): void;
  /** Goes to these words in the transcript. */
  show(said: Match): void;
}

export function findings(options: FindingsOptions): unknown {
  const { call, questions, summary, hasProblems, isAwaited, t, section } = options;
  const isNothing = !call.call_digest && !summary.length && !questions.length && !hasProblems;
  if (isNothing && isAwaited) return awaited(t);
  return [
    section("digest", call.call_digest && digest(call.call_digest, options)),
    section(
      "breakdown",
      summary.length &&
        html`<ul class="rows">
          ${summary.map((row) => category(row, options))}
        </ul>`,
    ),
    section(
      "questions",
      questions.length &&
        html`<ol class="rows">
          ${questions.map((row, index) => question(row, index, options))}
        </ol>`,
    ),
    hasProblems
      ? html`<div class="section">
          <p class="small muted">${t("unreadable")}</p>
          ${
            questions.length || !call.questions_response
              ? nothing
              : html`<p dir="auto" class="prose small">${call.questions_response}</p>`
          }
        </div>`
      : nothing,
    isNothing
      ? html`<div class="section nothing"><p class="muted">${t("assessmentNone")}</p></div>`
      : nothing,
  ];
}

/** A placeholder that keeps the space for parts that may still appear. */
function awaited(t: Translate): unknown {
  const names: StringName[] = ["digest", "breakdown", "questions"];
  return html`<div class="section"><p class="muted">${t("assessmentLater")}</p></div>
    ${names.map(
      (name) =>
        html`<div class="section outline" aria-hidden="true">
          <p class="heading">${t(name)}</p>
          ${bone} ${bone} ${bone}
        </div>`,
    )}`;
}

/** A score as a chip. It is drawn as a ring as well only if its own text names a scale. */
function scoreChip(score: string | null, t: Translate): unknown {
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

/** A title in its own direction. Its number, if it has one, is in the direction of the page. */
function heading(title: string, score: string | null, t: Translate, number = ""): unknown {
  return html`<div class="row apart">
    ${number ? html`<span class="muted">${number}</span>` : nothing}
    <b dir="auto">${title}</b> ${scoreChip(score, t)}
  </div>`;
}

/**
 * A text with its quotations marked up as links to the words. The template adds no whitespace to
 * it.
 */
function proseWithQuotes(text: string, { turns, t, show }: FindingsOptions): unknown {
  return piecesOf(text, turns).map(({ text, isQuote, said }) => {
    if (!said) return isQuote ? html`<q part="quote">${text}</q>` : text;
    const go = () => show(said);
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      go();
    };
    // A browser never breaks a button into lines, so this is a `q` with the role of one.
    // prettier-ignore
    return html`<q part="quote" class="quote" role="button" tabindex="0" title=${t("evidence")} @click=${go} @keydown=${press}>${text}</q>`;
  });
}

function digest(text: string, options: FindingsOptions): unknown {
  return paragraphsOf(text, options.locale).map(
    (one) => html`<p dir="auto" class="prose">${proseWithQuotes(one, options)}</p>`,
  );
}

function category({ category, scoreText, text }: SummaryRow, options: FindingsOptions): unknown {
  return html`<li part="category">
    ${heading(category, scoreText, options.t)}
    ${text ? html`<p dir="auto" class="prose">${proseWithQuotes(text, options)}</p>` : nothing}
  </li>`;
}

/** A question, its recorded answer, and what was said in the call. */
function question(row: QuestionRow, index: number, options: FindingsOptions): unknown {
  const { t, turns, current } = options;
  const { response } = row;
  const found = options.found(index);
  const words = found ? answerOf(found, turns) : undefined;
  // Does not show the same words twice: a bar shows that the recorded answer is what was said.
  const isVerbatim = haveSameWords(response, words);
  return html`<li
    part="question"
    class="question"
    data-question=${index}
    tabindex="-1"
    aria-current=${index === current ? "true" : nothing}
  >
    ${heading(row.question ?? "–", row.scoreText, t, options.numeral(index + 1))}
    <div class=${isVerbatim ? "verbatim" : nothing}>
      ${recorded(response || t("noAnswer"), response ? "prose" : "muted", isVerbatim)}
    </div>
    ${
      turns.length
        ? html`<div class="found">
            ${words && !isVerbatim ? quotation(words) : nothing}
            ${found === undefined ? nothing : evidence(found, row, index, options)}
          </div>`
        : nothing
    }
  </li>`;
}

/** The recorded answer. It keeps its line breaks, so the template must not add whitespace. */
function recorded(text: string, className: string, isVerbatim: boolean): unknown {
  return html`<p dir="auto" part=${isVerbatim ? "said" : nothing} class=${className}>${text}</p>`;
}

/** The words of an answer. */
function answerOf({ answers }: Evidence, turns: FindingsOptions["turns"]): string | undefined {
  const [first] = answers;
  return first && turns[first.turn]?.text.slice(first.start, first.end).trim();
}

function quotation(words: string): unknown {
  return html`<blockquote part="said" class="said"><p dir="auto">${words}</p></blockquote>`;
}

/** The link to where a question was asked, or a message that this was not found. */
function evidence(
  found: Evidence | null,
  { question }: QuestionRow,
  index: number,
  { t, reveal }: FindingsOptions,
): unknown {
  if (!found) return html`<p class="small muted">${t("evidenceNone")}</p>`;
  const name =
    found.basis === "response"
      ? "evidenceInferred"
      : found.confidence < 0.75
        ? "evidenceUnsure"
        : "evidence";
  return button(
    t(name),
    () => reveal(index),
    "link small",
    "evidence",
    `${t(name)}: ${question ?? ""}`,
  );
}
