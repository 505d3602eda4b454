/** The list of keys: loaded when it is asked for. */

import { html } from "lit";
import type { StringName, Translate } from "../i18n/strings.js";
import { button } from "./parts.js";

/** Each with what it does. */
const keys: readonly [string, StringName][] = [
  ["/", "keySearch"],
  ["n  N", "keyMatches"],
  ["j  k", "keyTurns"],
  ["[  ]", "keyQuestions"],
  ["␣", "keyPlay"],
  ["←  →", "keySkip"],
  ["?", "keyList"],
];

export function keysDialog(close: () => void, t: Translate): unknown {
  return html`<dialog part="keys" class="card keys" aria-labelledby="keys" @close=${close}>
    <p class="heading" id="keys">${t("keys")}</p>
    <dl>
      ${keys.map(
        ([key, name]) =>
          html`<div>
            <dt>${key.split("  ").map((one) => html`<kbd dir="ltr">${one}</kbd> `)}</dt>
            <dd>${t(name)}</dd>
          </div>`,
      )}
    </dl>
    <form method="dialog">
      ${button(t("close"), (event) => (event.target as Element).closest("dialog")!.close())}
    </form>
  </dialog>`;
}
