/** The buttons that go from question to question, and back. */

import { html, nothing } from "lit";
import type { StringName, Translate } from "../i18n/strings.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";

export interface ReviewOptions {
  /**
   * How many questions there are, how many were found in the transcript, and which is the reader's
   * current one.
   */
  count: number;
  found: number;
  current: number | undefined;
  go(by: number): void;
  back(): void;
  t: Translate;
}

export function review({ count, found, current, go, back, t }: ReviewOptions): unknown {
  const step = (by: number, name: StringName, sign: "back" | "on") =>
    button(icon(sign), () => go(by), "icon flip", "button", t(name), !found);
  return html`<div part="review" class="row review">
    ${step(-1, "previousQuestion", "back")}
    <span class="small" role="status">
      ${
        current === undefined
          ? t("questionsFound", { n: found, of: count })
          : t("questionAt", { n: current + 1, of: count })
      }
    </span>
    ${step(1, "nextQuestion", "on")}
    ${current === undefined ? nothing : button(t("backToQuestion"), back, "link small", "back")}
  </div>`;
}
