/** The head of a call: what it is, how it stands, its score. */

import { html, nothing } from "lit";
import type { CallDetails } from "../../index.js";
import { dial, pill } from "../shared/parts.js";
import type { Translate } from "../i18n/strings.js";

/** `isAwaited` says whether an assessment may still come. */
export function header(
  { call_status, call_score, call_direction, ninjahire_intelligence }: CallDetails,
  level: number,
  isAwaited: boolean,
  t: Translate,
): unknown {
  const direction =
    call_direction === "outgoing" || call_direction === "incoming"
      ? t(call_direction as "outgoing")
      : call_direction;
  return html`<header part="header" class="head">
    <div>
      <p part="title" class="title" role="heading" aria-level=${level}>${t("call")}</p>
      <p class="row">
        ${pill("status", call_status, t)}${pill("assessment", ninjahire_intelligence, t)}
        ${direction ? html`<bdi class="small muted">${direction}</bdi>` : nothing}
      </p>
    </div>
    <div part="score" class="score">
      ${
        call_score !== null
          ? html`${dial(call_score)}
              <p>
                <span class="small muted">${t("score")}</span
                ><b dir="auto">${t("scoreOf", { n: call_score, max: 100 })}</b>
              </p>`
          : call_status === "call_in_progress"
            ? nothing
            : html`<span class="small muted">${t(isAwaited ? "assessing" : "notAssessed")}</span>`
      }
    </div>
  </header>`;
}
