/** The recording of a call. */

import { html, nothing } from "lit";
import { button } from "../shared/parts.js";
import type { Translate } from "../i18n/strings.js";

/** How the recording is: fine, not playable, or on its way anew. */
export type RecordingState = "" | "gone" | "loading";

/** The player; `renew`, where somebody can be asked, gets another link. */
export function recording(
  url: string,
  state: RecordingState,
  gone: () => void,
  renew: (() => void) | undefined,
  t: Translate,
): unknown {
  if (!/^https?:\/\//i.test(url)) return html`<p class="small muted">${t("recordingUnsafe")}</p>`;
  return html`<audio
      part="audio"
      controls
      preload="none"
      aria-label=${t("recording")}
      src=${url}
      @error=${gone}
    ></audio>
    ${
      state
        ? html`<div class="notice care">
            <p role="alert" class="small">${t("recordingGone")}</p>
            ${renew ? button(t("recordingFresh"), renew, "", "", nothing, state === "loading") : nothing}
          </div>`
        : nothing
    }`;
}
