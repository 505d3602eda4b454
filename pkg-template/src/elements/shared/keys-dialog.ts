/** The dialog with the list of keys. Loaded when it is first opened. */

import { css, html } from "lit";
import type { StringName, Translate } from "../i18n/strings.js";
import { button } from "./parts.js";

/** Each key with the name of the text that describes it. */
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

export const keysStyles = css`
  .keys {
    inset: 0;
    margin: auto;
    max-inline-size: min(30em, 90vw);
    padding: var(--_gap);
    color: inherit;
  }
  .keys::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .keys dl {
    margin: 0 0 var(--_gap);
  }
  .keys dl > div {
    display: flex;
    gap: 1em;
    padding-block: 0.2em;
  }
  .keys dt {
    min-inline-size: 5em;
  }
  .keys dd {
    margin: 0;
  }
  kbd {
    padding: 0.1em 0.45em;
    border: 1px solid var(--_control);
    border-radius: 4px;
    font: inherit;
    font-size: 0.85em;
  }
`;
