import type { Turn } from "../index.js";

/** Tells which turn a player is at: the returned function takes the player to listen to. */
export function linkPlayer(
  turns: () => readonly Turn[],
  at: (index: number | undefined) => void,
): (player: HTMLMediaElement | null) => void {
  let listened: HTMLMediaElement | null = null;
  const played = () => {
    const now = listened!.currentTime + 0.05;
    const begun = turns().filter(({ startTime }) => startTime !== null && startTime <= now);
    at(begun.pop()?.index);
  };
  return (player) => {
    listened?.removeEventListener("timeupdate", played);
    player?.addEventListener("timeupdate", played);
    listened = player;
  };
}
