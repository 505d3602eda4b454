/** What came of a call, by category, in the table: loaded when a row is opened. */

import { html, nothing } from "lit";
import type { ScreeningResult } from "../../index.js";
import { parseSummary } from "../shared/core.js";

/** Each category with its score as it was given; those without one have only their name in the call itself. */
export function breakdown({ call_summary }: ScreeningResult): unknown {
  const rated = parseSummary(call_summary).rows.filter(({ scoreText }) => scoreText);
  if (!rated.length) return nothing;
  return html`<ul class="categories">
    ${rated.map(
      ({ category, scoreText }) =>
        html`<li part="category" class="chip"><bdi>${category}</bdi> <b>${scoreText}</b></li>`,
    )}
  </ul>`;
}
