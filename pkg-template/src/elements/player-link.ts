import type { Turn } from "../index.js";

/** Tells which turn a player is at. */
export class PlayerLink {
  #player: HTMLMediaElement | null = null;
  readonly #turns: () => readonly Turn[];
  readonly #at: (index: number | undefined) => void;

  constructor(turns: () => readonly Turn[], at: (index: number | undefined) => void) {
    this.#turns = turns;
    this.#at = at;
  }

  listen(player: HTMLMediaElement | null): void {
    this.#player?.removeEventListener("timeupdate", this.#played);
    player?.addEventListener("timeupdate", this.#played);
    this.#player = player;
  }

  #played = () => {
    const now = this.#player!.currentTime + 0.05;
    let index: number | undefined;
    for (const turn of this.#turns())
      if (turn.startTime !== null && turn.startTime <= now) index = turn.index;
    this.#at(index);
  };
}
