/** The header of a call: candidate, state and score. */

import { html, nothing } from "lit";
import type { CallDetails } from "../../index.js";
import type { Translate } from "../i18n/strings.js";
import type { CallState } from "../shared/call-state.js";
import { dial, pill, statePill } from "../shared/parts.js";

export interface HeaderOptions {
  call: CallDetails;
  /** The candidate's name and the job's title, if the page gives them. */
  candidate: string | null;
  job: string | null;
  /** The date as text. */
  date: string;
  state: CallState;
  /** When the call last changed, as text. */
  newsAt: string;
  /** How long the call has been going on, as text. */
  elapsed: string;
  level: number;
  t: Translate;
}

export function header(options: HeaderOptions): unknown {
  const { call, candidate, job, state, elapsed, level, t } = options;
  // The status already shows this date.
  const date = state === "silent" && options.date === options.newsAt ? "" : options.date;
  const { call_direction } = call;
  const direction =
    call_direction === "outgoing" || call_direction === "incoming"
      ? t(call_direction as "outgoing")
      : call_direction;
  return html`<header part="header" class="head">
    <div>
      <p part="title" class="title" role="heading" aria-level=${level} tabindex="-1">
        <bdi>${candidate ?? t("call")}</bdi>
      </p>
      <p class="row facts">
        ${status(options)}
        ${elapsed ? html`<span part="elapsed" class="small muted" role="timer">${elapsed}</span>` : nothing}
        ${[job, date, direction].map((one) => (one ? html`<bdi class="small muted">${one}</bdi>` : nothing))}
      </p>
    </div>
    <div part="score" class="score">${score(options)}</div>
  </header>`;
}

/** The state of the call, once only. */
function status({ call, state, newsAt, t }: HeaderOptions): unknown {
  if (state === "silent") return statePill("care", t("noNewsSince", { time: newsAt }));
  const { ninjahire_intelligence } = call;
  return state === "assessed" && ninjahire_intelligence
    ? pill("assessment", ninjahire_intelligence, t)
    : pill("status", call.call_status, t);
}

function score({ call: { call_score }, state, t }: HeaderOptions): unknown {
  if (call_score !== null)
    return html`${dial(call_score)}
      <p>
        <span class="small muted">${t("score")}</span
        ><b dir="auto">${t("scoreOf", { n: call_score, max: 100 })}</b>
      </p>`;
  if (state === "assessing") return html`<span class="small muted">${t("assessing")}</span>`;
  return state === "unassessed" || state === "assessed"
    ? html`<span class="small muted">${t("notAssessed")}</span>`
    : nothing;
}
