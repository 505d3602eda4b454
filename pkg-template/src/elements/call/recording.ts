/** The recording of a call. */

import { html, nothing } from "lit";
import type { Translate } from "../i18n/strings.js";
import { button } from "../shared/parts.js";

/** The state of the recording: fine, not playable, or waiting for a new link. */
export type RecordingState = "" | "gone" | "loading";

export interface RecordingOptions {
  url: string;
  state: RecordingState;
  /** Whether to hide the recording of a masked call: its voices say what the texts hide. */
  isHidden: boolean;
  /** Called if the recording cannot be played. */
  cannotPlay(): void;
  /** Requests a new link, if there is a client for that. */
  renew: (() => void) | undefined;
  t: Translate;
}

export function recording({
  url,
  state,
  isHidden,
  cannotPlay,
  renew,
  t,
}: RecordingOptions): unknown {
  if (isHidden) return html`<p part="hidden" class="small muted">${t("recordingHidden")}</p>`;
  if (!/^https?:\/\//i.test(url)) return html`<p class="small muted">${t("recordingUnsafe")}</p>`;
  return html`<ninjahire-player
      exportparts="player,audio,position,time:player-time,play,speed,button:player-button"
      .src=${url}
      @error=${cannotPlay}
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
