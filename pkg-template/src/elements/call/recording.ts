/** The recording of a call. */

import { html, nothing } from "lit";
import type { Translate } from "../i18n/strings.js";
import { button } from "../shared/parts.js";

/** How the recording is: fine, not playable, or on its way anew. */
export type RecordingState = "" | "gone" | "loading";

export interface RecordingOptions {
  url: string;
  state: RecordingState;
  /** A masked call's voices say what its texts hide. */
  isHidden: boolean;
  /** It could not be played. */
  gone(): void;
  /** Gets another link, where somebody can be asked. */
  renew: (() => void) | undefined;
  t: Translate;
}

export function recording({ url, state, isHidden, gone, renew, t }: RecordingOptions): unknown {
  if (isHidden) return html`<p part="hidden" class="small muted">${t("recordingHidden")}</p>`;
  if (!/^https?:\/\//i.test(url)) return html`<p class="small muted">${t("recordingUnsafe")}</p>`;
  return html`<ninjahire-player
      exportparts="player,audio,position,time:player-time,play,speed,button:player-button"
      .src=${url}
      @error=${gone}
      .label=${t("recording")}
    ></ninjahire-player>
    ${
      state === "gone"
        ? html`<div class="notice care">
            <p role="alert" class="small">${t("recordingGone")}</p>
            ${renew ? button(t("recordingFresh"), renew, "", "") : nothing}
          </div>`
        : nothing
    }`;
}
