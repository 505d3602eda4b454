/** The breakdown of a call by category, within the table. Loaded when a row is opened. */

import { html, nothing } from "lit";
import type { ScreeningResult } from "../../index.js";
import { parseSummary } from "../shared/core.js";

/**
 * Each category with its score in its original form. Categories without a score are left out: the
 * call itself shows their names.
 */
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
