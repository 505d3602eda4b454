import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Turn } from "../../index.js";

/** What a transcript and its player say to each other. */
export interface PlayerLink {
  /** The player there is now. */
  player(): HTMLMediaElement | null;
  turns(): readonly Turn[];
  /** The player has come to this turn. */
  reached(index: number | undefined): void;
}

/** Knows which turn a player is at, whichever player there is. */
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

  /** Plays from this turn on. */
  playFrom(turn: Turn): void {
    const player = this.#link.player();
    if (!player || turn.startTime === null) return;
    player.currentTime = turn.startTime;
    // It may be refused, and says so itself.
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
