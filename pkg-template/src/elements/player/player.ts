import { type PropertyValues, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { NinjahireElement } from "../shared/base.js";
import { formatClock, formatsOf } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { button } from "../shared/parts.js";
import { tokens } from "../shared/tokens.js";
import { playerStyles } from "./styles.js";

/** The playback speeds. Each press selects the next one. */
const speeds = [1, 1.25, 1.5, 2, 0.75];

/**
 * A player for voices: speed, ten seconds back and forward, position and length.
 *
 * @tag ninjahire-player
 *
 * @fires {Event} error - The recording should be played but could not be.
 *
 * @csspart player - The whole element.
 * @csspart audio - The media element, which is not visible.
 * @csspart button - Every button; also `play`, `speed`.
 * @csspart position - The slider.
 * @csspart time - Position and length.
 */
export class NinjahirePlayer extends NinjahireElement {
  /** @internal */
  static override styles = [tokens, playerStyles];

  /** The URL of the recording. */
  @property() src: string | null | undefined = null;
  /** The name of the player for screen readers. */
  @property() label: string | null | undefined = null;
  /** @internal */
  @state() speed: number = 1;

  /**
   * Whether a person wants to listen. Until then, a recording that cannot be loaded is not an
   * error.
   */
  #isWanted = false;
  /** The media element, for its events and its position. */
  readonly media: HTMLAudioElement = makeMedia();

  constructor() {
    super();
    const { media } = this;
    const draw = () => this.requestUpdate();
    for (const type of ["timeupdate", "durationchange", "play", "pause", "ended", "emptied"])
      media.addEventListener(type, draw);
    media.addEventListener("error", () => this.#isWanted && this.#fail());
  }

  /** Starts or pauses playback. */
  toggle(): void {
    this.#isWanted = this.media.paused;
    if (!this.#isWanted) this.media.pause();
    else if (this.media.error) this.#fail();
    else this.#play();
  }

  #play(): void {
    // The browser may refuse to play. The `error` event reports other failures.
    this.media.play().catch(() => {});
  }

  #fail(): void {
    this.dispatchEvent(new Event("error"));
  }

  /** Moves by this number of seconds. Negative numbers move back. */
  skip(seconds: number): void {
    const { currentTime, duration } = this.media;
    this.media.currentTime = Math.max(0, Math.min(currentTime + seconds, duration || Infinity));
  }

  #nextSpeed(): void {
    this.speed = speeds[(speeds.indexOf(this.speed) + 1) % speeds.length]!;
    this.media.playbackRate = this.media.defaultPlaybackRate = this.speed;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("src")) return;
    if (this.src) {
      this.media.src = this.src;
      // The link was renewed because a person wants to hear the recording.
      if (this.#isWanted) this.#play();
    } else this.media.removeAttribute("src");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.media.pause();
  }

  /** @internal */
  protected override render(): unknown {
    const { t, media } = this;
    const { currentTime, paused } = media;
    const duration = Number.isFinite(media.duration) ? media.duration : 0;
    const clock = (seconds: number) => formatClock(this.locale, seconds);
    const speed = formatsOf(this.locale).numbers.format(this.speed);
    return html`<div
        part="player"
        class="player"
        role="group"
        aria-label=${this.label ?? t("recording")}
      >
        ${media}
        ${button(
          icon(paused ? "play" : "pause"),
          () => this.toggle(),
          "icon main",
          "button play",
          t(paused ? "play" : "pause"),
        )}
        ${button(icon("tenBack"), () => this.skip(-10), "bare icon", "button", t("tenBack"))}
        ${button(icon("tenOn"), () => this.skip(10), "bare icon", "button", t("tenOn"))}
        <input
          part="position"
          type="range"
          min="0"
          max=${duration || 1}
          step="any"
          aria-label=${t("position")}
          aria-valuetext=${t("positionOf", { at: clock(currentTime), length: clock(duration) })}
          ?disabled=${!duration}
          .value=${String(currentTime)}
          @input=${(event: Event) => (media.currentTime = Number((event.target as HTMLInputElement).value))}
        />
        <bdi part="time" class="small muted time"
          >${clock(currentTime)} / ${duration ? clock(duration) : "–"}</bdi
        >
        ${button(html`<bdi>${speed}×</bdi>`, () => this.#nextSpeed(), "bare speed", "button speed", t("speed", { n: speed }))}
      </div>
      ${this.status ?? nothing}`;
  }
}

function makeMedia(): HTMLAudioElement {
  const media = document.createElement("audio");
  // Position and length are shown before playback.
  media.preload = "metadata";
  media.setAttribute("part", "audio");
  return media;
}
