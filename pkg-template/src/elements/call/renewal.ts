import type { ReactiveControllerHost } from "lit";
import type { NinjaHireClient } from "../../index.js";
import type { RecordingState } from "./recording.js";

/** Connects the renewal of a link to its element. */
export interface RenewalLink {
  client(): NinjaHireClient | undefined;
  /** The call that is shown. */
  call(): { call_id: string; recording_url: string | null } | undefined;
  renewed(url: string | null): void;
  failed(error: unknown): void;
}

/** Requests a new link for a recording that cannot be played, because links expire. */
export class RenewalController {
  state: RecordingState = "";
  readonly #host: ReactiveControllerHost;
  readonly #link: RenewalLink;
  #hasRenewed = false;

  constructor(host: ReactiveControllerHost, link: RenewalLink) {
    this.#host = host;
    this.#link = link;
  }

  forget(): void {
    this.state = "";
    this.#hasRenewed = false;
  }

  /** Requests a new link from the service. */
  renew = async (): Promise<void> => {
    const { call_id, recording_url } = this.#link.call()!;
    const isStillShown = () => this.#link.call()?.call_id === call_id;
    this.#become("loading");
    try {
      const call = await this.#link.client()!.getCallDetails(call_id);
      if (!isStillShown()) return;
      this.#link.renewed(call.recording_url);
      this.#become(call.recording_url === recording_url ? "gone" : "");
    } catch (error) {
      if (isStillShown()) this.#become("gone");
      this.#link.failed(error);
    }
  };

  /** Handles a recording that cannot be played: renews its link once, then shows a button. */
  cannotPlay = (): void => {
    if (this.state === "loading") return;
    if (!this.#link.client() || this.#hasRenewed) return this.#become("gone");
    this.#hasRenewed = true;
    void this.renew();
  };

  #become(state: RecordingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
