import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";

/** Connects a player to its transcript. */
export interface PlayerLink {
  /** The current player. */
  player(): HTMLMediaElement | null;
  turns(): readonly Turn[];
  /** The player has reached this turn. */
  reached(index: number | undefined): void;
}

/** Follows the current turn of a player. The player may be replaced. */
export class PlayerController implements ReactiveController {
  readonly #link: PlayerLink;
  #listened: HTMLMediaElement | null = null;

  constructor(host: ReactiveControllerHost, link: PlayerLink) {
    this.#link = link;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listenTo(this.#link.player());
  }

  hostUpdated(): void {
    this.#listenTo(this.#link.player());
  }

  hostDisconnected(): void {
    this.#listenTo(null);
  }

  /** Plays from the start of this turn. */
  playFrom(turn: Turn): void {
    const player = this.#link.player();
    if (!player || turn.startTime === null) return;
    player.currentTime = turn.startTime;
    // The browser may refuse to play, and shows that itself.
    player.play().catch(() => {});
  }

  #listenTo(player: HTMLMediaElement | null): void {
    if (player === this.#listened) return;
    this.#listened?.removeEventListener("timeupdate", this.#played);
    player?.addEventListener("timeupdate", this.#played);
    this.#listened = player;
  }

  #played = () => {
    const now = this.#listened!.currentTime + 0.05;
    this.#link.reached(
      this.#link.turns().findLast(({ startTime }) => startTime !== null && startTime <= now)?.index,
    );
  };
}
